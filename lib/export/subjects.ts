import type { Decision, Subject } from '../review/subject.ts';
import type { Words } from './words.ts';

/** What a decision is about, in the map's own words; empty where it is gone. */
export function subjectName({ kind, id }: Subject, { review, name, p }: Words): string {
  if (kind === 'snapshot') return p('paper.decisions.whole');
  if (kind === 'friction') return name(id);
  if (kind === 'phase') return review.snapshot.journey.phases.find((x) => x.id === id)?.name ?? '';
  return review.opportunities.find((o) => o.cardId === id)?.text ?? '';
}

/** Who answers for it and by when, on one line. */
export function answersFor({ owner, functionName, dueOn }: Decision, { format, p }: Words): string {
  const who = [owner, functionName].filter(Boolean).join(', ') || p('paper.decisions.nobody');
  // Noon, so that it is the same day in every time zone.
  return dueOn ? `${who} · ${format.dateTime(new Date(`${dueOn}T12:00:00Z`), { dateStyle: 'medium' })}` : who;
}
