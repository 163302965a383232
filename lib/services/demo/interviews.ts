import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../auth/can.ts';
import { interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { fromWallTime, toWallTime } from '../../i18n/wall-time.ts';
import { type Mark as MarkAs, markFinding } from '../findings.ts';
import { importInterview, planInterview, shareInterview } from '../interviews.ts';
import { type DemoInterview, INTERVIEWS, type PersonaKey, PLANNED } from './content/cast.ts';
import { type DemoFinding, FINDINGS } from './content/findings.ts';
import { tagsOf } from './content/tags.ts';
import type { PlacedFinding } from './journey.ts';
import { readTranscript } from './transcript.ts';

const DAY = 86_400_000;
/** Nobody is in the room of a workshop that is just being made. */
const silent = { notify: () => undefined, documentChanged: () => undefined };

/** Takes the demo's interviews in, marks their findings and shares them, as a note-taker would. */
export async function demoInterviews(
  db: Db,
  actor: Actor,
  locale: Locale,
  now: Date,
): Promise<PlacedFinding[]> {
  const placed: PlacedFinding[] = [];
  for (const interview of INTERVIEWS) placed.push(...(await takeIn(db, actor, interview, locale, now)));
  return placed;
}

async function takeIn(
  db: Db,
  actor: Actor,
  interview: DemoInterview,
  locale: Locale,
  now: Date,
): Promise<PlacedFinding[]> {
  const { turns, marks } = readTranscript(interview.content[locale]);
  const held = new Date(now.getTime() - interview.daysAgo * DAY);
  const { id: interviewId } = await importInterview(db, actor, {
    alias: interview.alias[locale],
    kind: interview.kind,
    heldOn: held.toISOString().slice(0, 10),
    consent: { notes: true, recording: false, quoteOnMap: true, quoteOutside: !interview.staysInside },
    interviewerId: actor.userId,
    noteTakerId: null,
    turns: turns.map((turn) => ({ ...turn, speaker: turn.role })),
  });
  const placed: PlacedFinding[] = [];
  for (const { key, turn, start, end } of marks) {
    const meta = FINDINGS[key];
    if (!meta) throw new Error(`The demo marks "${key}", but nothing says as what.`);
    const passage = { interviewId, turn, start, end };
    const marked = { ...passage, mark: markOf(meta), tags: tagsOf(key, locale) };
    const view = await markFinding(db, actor, marked, silent);
    placed.push({
      key,
      words: view.words,
      kind: interview.kind,
      persona: interview.persona,
      source: { findingId: view.id, interviewId },
    });
  }
  await shareInterview(db, actor, interviewId, silent);
  // Within one transaction every row has the same time; the list reads in the order they were held.
  const shared = new Date(held.getTime() + 2 * DAY);
  await db
    .update(interviews)
    .set({ createdAt: held, consentAt: held, sharedAt: shared, segment: interview.segment[locale] })
    .where(eq(interviews.id, interviewId));
  return placed;
}

/** Says of each interview which persona was met, and puts the next one on the plan. */
export async function demoPlan(
  db: Db,
  actor: Actor,
  locale: Locale,
  now: Date,
  personas: Readonly<Record<PersonaKey, string>>,
): Promise<void> {
  for (const { alias, persona } of INTERVIEWS) {
    if (!persona) continue;
    await db
      .update(interviews)
      .set({ personaId: personas[persona] })
      .where(and(eq(interviews.workshopId, actor.workshopId), eq(interviews.alias, alias[locale])));
  }
  const day = toWallTime(new Date(now.getTime() + PLANNED.inDays * DAY)).slice(0, 10);
  await planInterview(db, actor, {
    alias: PLANNED.alias[locale],
    kind: 'customer',
    segment: PLANNED.segment[locale],
    personaId: personas[PLANNED.persona],
    plannedAt: fromWallTime(`${day}T13:00`),
    interviewerId: actor.userId,
  });
}

function markOf({ kind, valence, emoji, severity }: DemoFinding): MarkAs {
  if (kind === 'emotion' && valence !== undefined && emoji) return { kind, valence, emoji };
  return kind === 'friction' && severity ? { kind, severity } : { kind: 'quote' };
}
