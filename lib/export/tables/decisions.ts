import type { Review } from '../../review/review.ts';
import type { Decision } from '../../review/subject.ts';
import { type Table, tableOf, type Words } from './table.ts';

/** What leadership decided, as it holds now. */
export function decisionTable(review: Review, { t }: Words): Table {
  const name = nameOf(review);
  const about = ({ subject }: Decision) => {
    if (subject.kind === 'snapshot') return t('subject.snapshot');
    return t(`subject.${subject.kind}`, { name: name(subject.kind, subject.id) ?? t('subject.gone') });
  };
  return tableOf<Decision>(
    t('sheets.decisions'),
    [
      [t('columns.subject'), 40, about],
      [t('columns.decision'), 16, ({ choice }) => t(`choice.${choice}`)],
      [t('columns.what'), 60, ({ text }) => text],
      [t('columns.function'), 20, ({ functionName }) => functionName],
      [t('columns.due'), 12, ({ dueOn }) => (dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`))],
      [t('columns.status'), 10, ({ status }) => t(`status.${status}`)],
      [t('columns.decidedOn'), 15, ({ number }) => number],
      [t('columns.decidedAt'), 17, ({ at }) => at],
    ],
    review.decisions,
  );
}

function nameOf({ snapshot: { journey } }: Review) {
  const touchpoints = new Map(journey.touchpoints.map((it) => [it.id, it.name]));
  const phases = new Map(journey.phases.map((it) => [it.id, it.name]));
  const cards = new Map(journey.cards.map((it) => [it.id, it.text]));
  const by = { friction: touchpoints, opportunity: cards, phase: phases };
  return (kind: keyof typeof by, id: string): string | undefined => by[kind].get(id);
}
