import { eq } from 'drizzle-orm';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, decisions, docStates } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { Erased } from '../../../lib/journey/erased.ts';
import type { Source } from '../../../lib/journey/model.ts';
import { type Subject, subjectKey } from '../../../lib/review/subject.ts';
import {
  type DecisionInput,
  type DecisionsWords,
  decide,
  decidedIn,
  exportDecisions,
  listDecisions,
  setStatus,
} from '../../../lib/services/decisions.ts';
import { markFinding } from '../../../lib/services/findings.ts';
import { actorIn } from '../../../lib/services/members.ts';
import { eraseFromSnapshots } from '../../../lib/services/snapshots/erase.ts';
import { heldDecisions } from '../../../lib/services/snapshots/held-decisions.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';
import { workshopWith } from '../../support/people.ts';
import { codeOf, mapRoom, takeIn } from './interviews-support.ts';

let db: Db;
let close: () => Promise<void>;
let people: Awaited<ReturnType<typeof workshopWith>>;
let facilitator: Actor;
let leader: Actor;
/** The touchpoint, phase and idea of the snapshot. */
let subjects: Record<'friction' | 'phase' | 'opportunity' | 'snapshot', Subject>;
let touchpoint: string;
let phase: string;

const IDEA = 'Ring upp dagen efter fakturan';

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  people = await workshopWith(db);
  facilitator = people.facilitator;
  leader = (await people.joined('leader', 'Lena Ledare')).actor;
  await snapshot(people.id);
});

/** An interviewee's words, marked. */
async function heard(): Promise<Source> {
  const interviewId = await takeIn(db, facilitator);
  const passage = { interviewId, turn: 1, start: 0, end: 17 };
  const { id } = await markFinding(db, facilitator, { ...passage, mark: { kind: 'quote' } }, mapRoom());
  return { findingId: id, interviewId };
}

async function snapshot(workshopId: string, source: Source | null = null) {
  const [row] = await db
    .select()
    .from(docStates)
    .where(eq(docStates.doc, journeyDocument(workshopId)));
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, row?.state ?? new Uint8Array());
  const { touchpoints, phases, lanes } = toJourney(live);
  const [first] = touchpoints;
  const lane = lanes.find((l) => l.kind === 'opportunity');
  const idea = addCard(live, {
    kind: 'opportunity',
    text: IDEA,
    cell: { touchpointId: first?.id ?? '', laneId: lane?.id ?? '' },
    authorId: facilitator.userId,
    source,
    valence: null,
    severity: null,
  });
  subjects = {
    friction: { kind: 'friction', id: first?.id ?? '' },
    phase: { kind: 'phase', id: phases[0]?.id ?? '' },
    opportunity: { kind: 'opportunity', id: idea },
    snapshot: { kind: 'snapshot', id: '' },
  };
  touchpoint = first?.name ?? '';
  phase = phases[0]?.name ?? '';
  const state = Y.encodeStateAsUpdate(live.doc);
  return writeSnapshot(
    db,
    { workshopId, state, label: 'Första', reason: 'manual', takenBy: facilitator.userId },
    workHere,
  );
}

const input = (over: Partial<DecisionInput> = {}): DecisionInput => ({
  number: 1,
  subject: subjects.friction,
  revision: 0,
  choice: 'do',
  text: 'Skriv om fakturan',
  owner: 'Bo Ek',
  functionName: 'Ekonomi',
  dueOn: '2026-12-04',
  status: 'open',
  ...over,
});

describe('deciding', () => {
  it('holds on every kind of subject, and says who decided what, when and on which snapshot', async () => {
    for (const subject of Object.values(subjects)) await decide(db, leader, input({ subject }));
    const held = await listDecisions(db, facilitator);
    expect(held.map((d) => d.about?.name)).toEqual(expect.arrayContaining(['', IDEA, touchpoint, phase]));
    expect(held).toHaveLength(4);
    expect(held[0]).toMatchObject({
      revision: 1,
      number: 1,
      by: 'Lena Ledare',
      owner: 'Bo Ek',
      dueOn: '2026-12-04',
    });
  });

  it('keeps every earlier revision as its history', async () => {
    await decide(db, leader, input());
    await decide(db, facilitator, input({ revision: 1, choice: 'ask', text: 'Fråga tre till', dueOn: '' }));
    const decided = (await decidedIn(db, leader)).get(subjectKey(subjects.friction));
    expect(decided?.current).toMatchObject({ revision: 2, choice: 'ask', dueOn: null });
    expect(decided?.before.map((r) => [r.revision, r.text])).toEqual([[1, 'Skriv om fakturan']]);
    const rows = await db.select().from(decisions).where(eq(decisions.workshopId, people.id));
    expect(rows).toHaveLength(2);
  });

  it('the second of two is told, and nothing of the first is lost', async () => {
    await decide(db, leader, input());
    expect(await codeOf(decide(db, facilitator, input({ text: 'Något annat' })))).toBe('decisionChanged');
    expect((await listDecisions(db, leader)).map((d) => d.text)).toEqual(['Skriv om fakturan']);
  });

  it('two at the same moment: one is taken, the other told', async () => {
    const both = [decide(db, leader, input()), decide(db, facilitator, input({ text: 'Något annat' }))];
    expect((await Promise.all(both.map(codeOf))).sort()).toEqual(['accepted', 'decisionChanged']);
    expect(await listDecisions(db, leader)).toHaveLength(1);
  });

  it('a form sent twice is one decision', async () => {
    await decide(db, leader, input());
    expect(await decide(db, leader, input())).toEqual({ revision: 1, newOwner: '' });
    expect((await decidedIn(db, leader)).get(subjectKey(subjects.friction))?.before).toEqual([]);
  });

  it('tells of a new owner once', async () => {
    expect((await decide(db, leader, input())).newOwner).toBe('Bo Ek');
    expect((await decide(db, leader, input({ revision: 1, text: 'Mer' }))).newOwner).toBe('');
    expect((await decide(db, leader, input({ revision: 2, owner: 'Eva' }))).newOwner).toBe('Eva');
  });

  it('is for leaders and facilitators, in their own workshop', async () => {
    for (const role of ['participant', 'noteTaker', 'interviewer'] as const) {
      const { actor } = await people.joined(role);
      expect(await codeOf(decide(db, actor, input()))).toBe('forbidden');
      expect(
        await codeOf(setStatus(db, actor, { subject: subjects.friction, revision: 1, status: 'done' })),
      ).toBe('forbidden');
      expect(await listDecisions(db, actor)).toEqual([]);
    }
    const other = await workshopWith(db);
    expect(await codeOf(decide(db, other.facilitator, input()))).toBe('snapshotNotFound');
    const outsider = await actorIn(db, other.user, people.id);
    expect(await codeOf(listDecisions(db, outsider))).toBe('forbidden');
  });

  it('refuses what is not in the snapshot, and what is no decision', async () => {
    expect(await codeOf(decide(db, leader, input({ subject: { kind: 'friction', id: 'nowhere' } })))).toBe(
      'notFound',
    );
    expect(await codeOf(decide(db, leader, input({ number: 99 })))).toBe('snapshotNotFound');
    const wrong: Partial<DecisionInput>[] = [
      { dueOn: '2026-02-30' },
      { dueOn: 'imorgon' },
      { text: 'x'.repeat(2_001) },
      { owner: 'x'.repeat(121) },
      { subject: { kind: 'friction', id: '' } },
      { subject: { kind: 'snapshot', id: 'x' } },
      { subject: { kind: 'friction', id: '<script>' } },
      { choice: 'maybe' as 'do' },
    ];
    for (const over of wrong) expect(await codeOf(decide(db, leader, input(over)))).toBe('invalidInput');
  });

  it('keeps what a database cannot hold out of its way', async () => {
    await decide(db, leader, input({ text: 'a\u0000b \ud83d' }));
    expect((await listDecisions(db, leader))[0]?.text).toBe('a\ufffdb \ufffd');
  });

  it('leaves an audit line without anybody’s words', async () => {
    await decide(db, leader, input());
    const lines = await db.select().from(auditEvents).where(eq(auditEvents.workshopId, people.id));
    const line = lines.find((l) => l.event === 'decision.made');
    expect(line?.detail).toEqual({ number: 1, kind: 'friction', revision: 1, choice: 'do', status: 'open' });
    expect(JSON.stringify(lines)).not.toMatch(/fakturan|Bo Ek|Ekonomi/);
  });
});

describe('afterwards', () => {
  it('is marked as done and open again, everything else as it was', async () => {
    await decide(db, leader, input());
    await setStatus(db, facilitator, { subject: subjects.friction, revision: 1, status: 'done' });
    expect((await listDecisions(db, leader))[0]).toMatchObject({ status: 'done', text: 'Skriv om fakturan' });
    // Pressed twice.
    await setStatus(db, facilitator, { subject: subjects.friction, revision: 1, status: 'done' });
    await setStatus(db, facilitator, { subject: subjects.friction, revision: 2, status: 'open' });
    expect((await listDecisions(db, leader))[0]).toMatchObject({ status: 'open', revision: 3 });
  });

  it('a mistake is taken back: nothing holds, the history stays, and it can be decided anew', async () => {
    await decide(db, leader, input());
    await setStatus(db, leader, { subject: subjects.friction, revision: 1, status: 'withdrawn' });
    expect(await listDecisions(db, leader)).toEqual([]);
    expect(await heldDecisions(db, people.id)).toEqual([]);
    const decided = (await decidedIn(db, leader)).get(subjectKey(subjects.friction));
    expect(decided).toMatchObject({ revision: 2, current: null });
    expect(decided?.before.map((r) => r.status)).toEqual(['withdrawn', 'open']);
    await decide(db, leader, input({ revision: 2, choice: 'notNow' }));
    expect(await listDecisions(db, leader)).toMatchObject([{ choice: 'notNow', revision: 3 }]);
  });

  it('what is due first stands first, what has no day last', async () => {
    await decide(db, leader, input({ subject: subjects.phase, dueOn: '' }));
    await decide(db, leader, input({ subject: subjects.friction, dueOn: '2027-01-10' }));
    await decide(db, leader, input({ subject: subjects.opportunity, dueOn: '2026-12-24' }));
    expect((await listDecisions(db, leader)).map((d) => d.dueOn)).toEqual(['2026-12-24', '2027-01-10', null]);
  });

  it('is carried to the next snapshot, and decided on anew there', async () => {
    const first = { ...subjects };
    await decide(db, leader, input());
    await snapshot(people.id);
    await decide(
      db,
      leader,
      input({ subject: first.friction, number: 2, revision: 1, text: 'Nu gäller det' }),
    );
    expect(await listDecisions(db, leader)).toMatchObject([{ number: 2, text: 'Nu gäller det' }]);
  });
});

describe('whose words are erased', () => {
  it('a decision on an erased idea lists without the words, and can still be marked as done', async () => {
    const { number } = await snapshot(people.id, await heard());
    await decide(db, leader, input({ subject: subjects.opportunity, number, text: 'Gör det' }));
    const gone = { interviewIds: [], findingIds: [], cardIds: [subjects.opportunity.id] };
    const erased = new Erased();
    erased.add(gone);
    expect(await eraseFromSnapshots(db, people.id, erased, workHere)).toBe(1);

    const listed = await listDecisions(db, leader);
    expect(listed).toMatchObject([{ about: null, text: 'Gör det' }]);
    const { csv } = await exportDecisions(db, leader, () => true, WORDS);
    const stored = await db.select().from(decisions).where(eq(decisions.workshopId, people.id));
    expect(JSON.stringify([listed, csv, stored])).not.toContain(IDEA);
    await setStatus(db, leader, { subject: subjects.opportunity, revision: 1, status: 'done' });
    await decide(db, leader, input({ subject: subjects.opportunity, number, revision: 2, text: 'Gjort' }));
    expect(await listDecisions(db, leader)).toMatchObject([{ text: 'Gjort' }]);
  });
});

const WORDS: DecisionsWords = {
  columns: {
    subject: 'Om',
    about: 'Vad',
    choice: 'Beslut',
    text: 'Text',
    owner: 'Ansvarig',
    functionName: 'Funktion',
    dueOn: 'Senast',
    status: 'Status',
    snapshot: 'Bild',
    by: 'Av',
    at: 'När',
  },
  subject: { snapshot: 'Resan', friction: 'Friktion', opportunity: 'Idé', phase: 'Fas' },
  choice: { do: 'Göra', ask: 'Fråga', notNow: 'Inte nu' },
  status: { open: 'Öppet', done: 'Klart' },
};

describe('the file', () => {
  it('holds what was asked for, with formulas defused, and is noted without words', async () => {
    await decide(db, leader, input({ text: '=HYPERLINK("http://evil")', owner: '@SUM(A1)' }));
    await decide(db, leader, input({ subject: subjects.phase, choice: 'notNow' }));
    const { csv, rows } = await exportDecisions(db, leader, (d) => d.choice === 'do', WORDS);
    expect(rows).toBe(1);
    const [row] = Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
    expect(row).toMatchObject({
      Vad: touchpoint,
      Beslut: 'Göra',
      Text: '\'=HYPERLINK("http://evil")',
      Ansvarig: "'@SUM(A1)",
      Senast: '2026-12-04',
    });
    const lines = await db.select().from(auditEvents).where(eq(auditEvents.event, 'decisions.exported'));
    expect(lines.at(-1)?.detail).toEqual({ decisions: 1 });
  });

  it('names an idea that somebody interviewed had by its touchpoint', async () => {
    const { number } = await snapshot(people.id, await heard());
    await decide(db, leader, input({ subject: subjects.opportunity, number }));
    expect((await listDecisions(db, leader))[0]?.about?.name).toBe(IDEA);
    const { csv } = await exportDecisions(db, leader, () => true, WORDS);
    expect(csv).not.toContain(IDEA);
    expect(csv).toContain(touchpoint);
  });
});
