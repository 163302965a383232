import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Actor, ROLES } from '../../../lib/auth/can.ts';
import { auditEvents, docPasts, docStates, docUpdates, snapshots } from '../../../lib/db/schema/index.ts';
import type { OpenDb } from '../../../lib/db/types.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { removeTouchpoint, setMark } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../../lib/journey/document.ts';
import { markFinding, removeFinding } from '../../../lib/services/findings.ts';
import {
  type EraseTools,
  eraseInterview,
  previewErasure,
  shareInterview,
} from '../../../lib/services/interviews.ts';
import {
  listSnapshots,
  readSnapshot,
  restoreSnapshot,
  takeSnapshot,
} from '../../../lib/services/snapshots.ts';
import { branchToBe, readGap, toBeOf } from '../../../lib/services/to-be.ts';
import { journeyDocument, type MapName, mapDocument, toBeDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import type { Work } from '../../../lib/work/work.ts';
import { createSync, type Sync } from '../../../server/sync/index.ts';
import { configWith } from '../../support/config.ts';
import { openTestDatabase } from '../../support/database.ts';
import { workshopWith } from '../../support/people.ts';
import { codeOf, takeIn } from './interviews-support.ts';

const quiet = { info() {}, warn() {}, error() {} };
const SAID = 'Ingen ringde tillbaka, fast jag hade bett om det.';
/** What of it nobody may find again once it is erased. */
const MARKER = 'Ingen ringde tillbaka';

let db: OpenDb;
let close: () => Promise<void>;
let sync: Sync;
let facilitator: Actor;
let noteTaker: Actor;
let erasing: EraseTools;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  sync = createSync({ db, config: configWith(), logger: quiet });
});
afterAll(async () => {
  await sync.close(1_000);
  await close();
});
beforeEach(async () => {
  const workshop = await workshopWith(db);
  facilitator = workshop.facilitator;
  noteTaker = (await workshop.joined('noteTaker')).actor;
  erasing = { rooms: sync.rooms, work: workHere, scrub: async () => undefined, forget: () => undefined };
});

const tools = (work: Work = workHere) => ({ rooms: sync.rooms, work });
const branch = (from: number | 'now', over = false, work?: Work) =>
  branchToBe(db, facilitator, { from, over }, tools(work));
const snapshot = (map: MapName = 'asIs') => takeSnapshot(db, facilitator, { label: 'Då', map }, tools());

async function open(map: MapName): Promise<JourneyDoc> {
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, await sync.rooms.read(mapDocument(facilitator.workshopId, map)));
  return journey;
}
const journeyOn = async (map: MapName) => toJourney(await open(map));
const texts = async (map: MapName) => (await journeyOn(map)).cards.map((card) => card.text);

/** Edits a live map, as the server does. */
async function edit<T>(map: MapName, change: (journey: JourneyDoc) => T): Promise<T> {
  const journey = await open(map);
  const made = change(journey);
  await sync.rooms.restore(mapDocument(facilitator.workshopId, map), Y.encodeStateAsUpdate(journey.doc));
  return made;
}
type Source = { findingId: string; interviewId: string };
const say = (map: MapName, text: string, source: Source | null = null) =>
  edit(map, (j) => {
    const { touchpoints, lanes } = toJourney(j);
    const laneId = lanes.find((l) => l.kind === 'quote')?.id ?? '';
    const cell = { touchpointId: touchpoints[0]?.id ?? '', laneId };
    return addCard(j, { kind: 'quote', text, cell, authorId: facilitator.userId, source });
  });

/** An interview shared with the group, and what was marked in it. */
async function interviewed(): Promise<Source> {
  const turns = [{ role: 'interviewee' as const, atMs: 0, text: SAID }];
  const interviewId = await takeIn(db, noteTaker, { turns });
  const passage = { interviewId, turn: 0, start: 0, end: MARKER.length };
  const { id } = await markFinding(db, noteTaker, { ...passage, mark: { kind: 'quote' } }, sync.rooms);
  await shareInterview(db, noteTaker, interviewId, sync.rooms);
  return { findingId: id, interviewId };
}

test('the map of what should be begins as the snapshot, every id in place, and goes its own way', async () => {
  await say('asIs', 'som det är');
  const { number } = await snapshot();
  await say('asIs', 'kom senare');
  expect(await toBeOf(db, facilitator.workshopId)).toBeNull();

  expect(await branch(number)).toEqual({ number: number + 1, kept: null });
  expect(await journeyOn('toBe')).toEqual((await readSnapshot(db, facilitator, number)).journey);
  expect(await toBeOf(db, facilitator.workshopId)).toEqual({ at: expect.any(Date), from: number });
  expect(await readSnapshot(db, facilitator, number + 1)).toMatchObject({
    map: 'toBe',
    reason: 'branch',
    label: `Önskat läge, som det började från nr ${number}`,
    journey: await journeyOn('toBe'),
  });

  await say('toBe', 'som det borde vara');
  expect(await texts('toBe')).toEqual(['som det är', 'som det borde vara']);
  expect(await texts('asIs')).toEqual(['som det är', 'kom senare']);
  const lines = await db
    .select({ actor: auditEvents.actorId, detail: auditEvents.detail })
    .from(auditEvents)
    .where(and(eq(auditEvents.workshopId, facilitator.workshopId), eq(auditEvents.event, 'toBe.branched')));
  expect(lines).toEqual([{ actor: facilitator.userId, detail: { number, again: false } }]);
});

test('from the map as it is now, a snapshot is taken first', async () => {
  await say('asIs', 'som det är');
  const { number } = await branch('now');
  expect((await listSnapshots(db, facilitator)).map((one) => [one.number, one.map, one.reason])).toEqual([
    [number, 'toBe', 'branch'],
    [number - 1, 'asIs', 'manual'],
  ]);
  expect(await journeyOn('toBe')).toEqual(await journeyOn('asIs'));
});

test('begun anew it asks first, keeps what was there, and that can be brought back', async () => {
  const { number } = await snapshot();
  await branch(number);
  await say('toBe', 'en timmes arbete');
  const worked = await journeyOn('toBe');
  const before = (await listSnapshots(db, facilitator)).length;
  for (const from of [number, 'now'] as const) expect(await codeOf(branch(from))).toBe('toBeExists');
  expect(await listSnapshots(db, facilitator)).toHaveLength(before);
  expect(await journeyOn('toBe')).toEqual(worked);

  await say('asIs', 'nytt i nuläget');
  const again = await branch('now', true);
  expect(await texts('toBe')).toEqual(['nytt i nuläget']);
  expect(again.kept).not.toBeNull();
  expect(await readSnapshot(db, facilitator, again.kept ?? 0)).toMatchObject({
    map: 'toBe',
    journey: worked,
  });
  await restoreSnapshot(db, facilitator, again.kept ?? 0, tools());
  expect(await journeyOn('toBe')).toEqual(worked);
  expect(await texts('asIs')).toEqual(['nytt i nuläget']);
});

test('of two facilitators who begin at once one makes it, and the other is told', async () => {
  const { number } = await snapshot();
  const both = await Promise.all([codeOf(branch(number)), codeOf(branch(number))]);
  expect(both.sort()).toEqual(['accepted', 'toBeExists']);
});

test('only the facilitator begins one, of a snapshot there is; everybody on the map reads the gap', async () => {
  const { number } = await snapshot();
  for (const role of ROLES.filter((one) => one !== 'facilitator')) {
    const actor = { ...facilitator, role };
    expect(await codeOf(branchToBe(db, actor, { from: number }, tools())), role).toBe('forbidden');
  }
  expect(await codeOf(branch(99))).toBe('snapshotNotFound');
  expect(await codeOf(readGap(db, facilitator, tools()))).toBe('toBeMissing');
  expect(await codeOf(takeSnapshot(db, facilitator, { label: 'x', map: 'toBe' }, tools()))).toBe(
    'toBeMissing',
  );
  await branch(number);
  for (const role of ROLES) {
    const wanted = role === 'guest' ? 'forbidden' : 'accepted';
    expect(await codeOf(readGap(db, { ...facilitator, role }, tools())), role).toBe(wanted);
  }
});

test('the gap is read from both live maps', async () => {
  await edit('asIs', (j) => setMark(j, toJourney(j).touchpoints[0]?.id ?? '', -1));
  await branch('now');
  expect((await readGap(db, facilitator, tools())).isNone).toBe(true);
  const [first, second] = (await journeyOn('asIs')).touchpoints;
  await edit('toBe', (j) => setMark(j, first?.id ?? '', 1));
  await edit('toBe', (j) => removeTouchpoint(j, second?.id ?? ''));
  const gap = await readGap(db, facilitator, tools());
  expect(gap.priorities).toEqual([first?.id]);
  expect([gap.today.capital.plain, gap.aimed.capital.plain]).toEqual([-1, 1]);
  expect(gap.rows[1]).toMatchObject({ touchpointId: second?.id, fate: 'removed' });
});

/** Everything the database keeps of both maps and their snapshots, as bytes. */
async function stored(): Promise<Buffer> {
  const documents = [journeyDocument(facilitator.workshopId), toBeDocument(facilitator.workshopId)];
  const rows = [];
  for (const doc of documents) {
    rows.push(...(await db.select({ bytes: docStates.state }).from(docStates).where(eq(docStates.doc, doc))));
    rows.push(
      ...(await db.select({ bytes: docUpdates.bytes }).from(docUpdates).where(eq(docUpdates.doc, doc))),
    );
    rows.push(...(await db.select({ bytes: docPasts.state }).from(docPasts).where(eq(docPasts.doc, doc))));
  }
  return Buffer.concat(rows.map(({ bytes }) => Buffer.from(bytes)));
}

test('erasing a person reaches the map of what should be: document, log, pasts and snapshots', async () => {
  const source = await interviewed();
  const card = await say('asIs', MARKER, source);
  await branch('now');
  await say('toBe', 'utan källa', null);
  await say('toBe', `${MARKER}, en gång till`, source);
  await snapshot('toBe');
  expect((await stored()).includes(MARKER)).toBe(true);
  expect(await previewErasure(db, facilitator, source.interviewId, tools())).toMatchObject({ cards: 3 });
  // While a card of either map stands on it, the finding stays.
  await edit('asIs', (j) => j.cards.delete(card));
  expect(await codeOf(removeFinding(db, noteTaker, source.findingId, sync.rooms))).toBe('findingPlaced');

  const { interviewId } = source;
  const done = await eraseInterview(db, facilitator, { interviewId, alias: 'Kund A', cardIds: [] }, erasing);
  expect(done).toMatchObject({ completedAt: expect.any(Date), counts: { cards: 2 } });
  expect(await texts('toBe')).toEqual(['utan källa']);
  expect((await stored()).includes(MARKER)).toBe(false);
  for (const { number } of await listSnapshots(db, facilitator)) {
    expect(JSON.stringify(await readSnapshot(db, facilitator, number))).not.toContain(MARKER);
  }
  const [row] = await db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.workshopId, facilitator.workshopId), eq(snapshots.reason, 'branch')));
  expect(row?.erasures).toHaveLength(1);
});

test('erased while the map is being branched, the words are not in the new map', async () => {
  const source = await interviewed();
  await say('asIs', MARKER, source);
  const { number } = await snapshot();
  let late = true;
  const run: Work['run'] = (name, input) =>
    workHere.run(name, input).finally(async () => {
      if (name !== 'branchedState' || !late) return;
      late = false;
      const { interviewId } = source;
      await eraseInterview(db, facilitator, { interviewId, alias: 'Kund A', cardIds: [] }, erasing);
    });
  await branch(number, false, { run });
  expect(late).toBe(false);
  expect(await texts('toBe')).toEqual([]);
  expect((await stored()).includes(MARKER)).toBe(false);
});
