import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { interviews } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { addCard, type NewCard } from '../../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { type CardKind, laneFor } from '../../../lib/journey/model.ts';
import { listFindings, markFinding } from '../../../lib/services/findings.ts';
import { planInterview, shareInterview } from '../../../lib/services/interviews.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { readSnapshot } from '../../../lib/services/snapshots.ts';
import { templateJourney } from '../../../lib/services/templates/index.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';
import { mapRoom, takeIn, workshopWith } from './interviews-support.ts';

/** Customers and employees side by side, from the interview to the snapshot's figures. */

let db: Db;
let close: () => Promise<void>;
let actor: Actor;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  actor = (await workshopWith(db, { facilitator: 'facilitator' })).facilitator;
});

/** An interview of this kind with one friction marked in it. */
async function friction(kind: 'customer' | 'employee', alias: string) {
  const interviewId = await takeIn(db, actor, { kind, alias });
  const { id: findingId } = await markFinding(
    db,
    actor,
    { interviewId, turn: 1, start: 0, end: 17, mark: { kind: 'friction', severity: 2 } },
    mapRoom(),
  );
  return { findingId, interviewId };
}

/** A map with these cards at its first touchpoint, each in the lane of its kind, and a snapshot of it. */
async function snapshotWith(cards: (Pick<NewCard, 'kind' | 'source'> & Partial<NewCard>)[]) {
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, templateJourney('subscription', 'sv', 'Prov'));
  const { lanes, touchpoints } = toJourney(journey);
  const cell = (kind: CardKind) => ({
    touchpointId: touchpoints[0]?.id ?? '',
    laneId: laneFor(lanes, kind)?.id ?? '',
  });
  for (const card of cards)
    addCard(journey, { text: 'Den bara dök upp.', authorId: actor.userId, cell: cell(card.kind), ...card });
  const { workshopId, userId } = actor;
  const state = Y.encodeStateAsUpdate(journey.doc);
  const { number } = await writeSnapshot(
    db,
    { workshopId, state, label: 'Prov', reason: 'manual', takenBy: userId },
    workHere,
  );
  return readSnapshot(db, actor, number);
}

test('a friction that two employees tell has no reach among customers; it mirrors theirs', async () => {
  const employees = [
    await friction('employee', 'Medarbetare A'),
    await friction('employee', 'Medarbetare B'),
  ];
  const customer = await friction('customer', 'Kund A');
  const said = { kind: 'friction', severity: 3, evidence: 'observed' } as const;
  const alone = await snapshotWith(employees.map((source) => ({ ...said, source })));
  expect(alone.figures.frictions).toEqual([]);
  expect(alone.figures.coverage).toMatchObject({ total: 0, observed: 0, interviews: 0 });
  const both = await snapshotWith([...employees, customer].map((source) => ({ ...said, source })));
  expect(both.figures.frictions).toMatchObject([{ reach: 1, score: 3, mirrored: true }]);
  expect(both.figures.frictions[0]?.cardIds).toHaveLength(1);
  expect(both.figures.coverage).toMatchObject({ total: 1, observed: 1, interviews: 1 });
});

test('an employee’s words are reported, never observed, whatever the card claims to be', async () => {
  const source = await friction('employee', 'Medarbetare A');
  const kinds = ['quote', 'emotion', 'friction', 'need', 'employee'] as const;
  const claims = ['observed', 'assumed', 'reported'] as const;
  const { journey, figures } = await snapshotWith(
    kinds.flatMap((kind) =>
      claims.map((evidence) => ({ kind, evidence, source, valence: kind === 'emotion' ? -2 : null })),
    ),
  );
  expect(new Set(journey.cards.map((card) => card.evidence))).toEqual(new Set(['reported']));
  expect(figures.coverage).toMatchObject({ total: 0, observed: 0, interviews: 0 });
  expect(figures.touchpoints[0]).toMatchObject({ mark: null, emotions: 0 });
  expect(figures.frictions).toEqual([]);
});

test('the report counts who was asked by kind, and only whom somebody has listened to', async () => {
  await friction('customer', 'Kund A');
  await friction('employee', 'Medarbetare A');
  await friction('employee', 'Medarbetare B');
  for (const kind of ['customer', 'employee'] as const)
    await planInterview(db, actor, { alias: 'Sedan', kind });
  const begun = await planInterview(db, actor, { alias: 'Nu', kind: 'customer' });
  await db.update(interviews).set({ status: 'capturing' }).where(eq(interviews.id, begun.id));
  const { group } = await snapshotWith([]);
  expect(group).toMatchObject({ customerInterviews: 1, employeeInterviews: 2 });
});

test('the tray says of every finding whether a customer or an employee said it', async () => {
  for (const [kind, alias] of [
    ['customer', 'Kund A'],
    ['employee', 'Medarbetare A'],
  ] as const) {
    const { interviewId } = await friction(kind, alias);
    await shareInterview(db, actor, interviewId, mapRoom());
  }
  const tray = await listFindings(db, actor);
  expect(tray.map((finding) => [finding.alias, finding.interviewKind])).toEqual([
    ['Kund A', 'customer'],
    ['Medarbetare A', 'employee'],
  ]);
});
