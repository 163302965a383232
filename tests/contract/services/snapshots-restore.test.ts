import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Actor, can, ROLES } from '../../../lib/auth/can.ts';
import { auditEvents } from '../../../lib/db/schema/index.ts';
import type { OpenDb } from '../../../lib/db/types.ts';
import { addCard, removeCards, setCardText } from '../../../lib/journey/commands/cards.ts';
import { rename } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../../lib/journey/document.ts';
import type { Rooms } from '../../../lib/runtime.ts';
import { markFinding } from '../../../lib/services/findings.ts';
import { eraseInterview, shareInterview } from '../../../lib/services/interviews.ts';
import {
  listSnapshots,
  readSide,
  readSnapshot,
  restoreSnapshot,
  takeSnapshot,
} from '../../../lib/services/snapshots.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { createSync, type Sync } from '../../../server/sync/index.ts';
import { configWith } from '../../support/config.ts';
import { openTestDatabase } from '../../support/database.ts';
import { workshopWith } from '../../support/people.ts';
import { codeOf, takeIn } from './interviews-support.ts';

const quiet = { info() {}, warn() {}, error() {} };

let db: OpenDb;
let close: () => Promise<void>;
let sync: Sync;
/** What the open maps were told. */
let told: object[];
let rooms: Rooms;
let facilitator: Actor;
let noteTaker: Actor;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  sync = createSync({ db, config: configWith(), logger: quiet });
});
afterAll(async () => {
  await sync.close(1_000);
  await close();
});
beforeEach(async () => {
  told = [];
  rooms = {
    ...Object.fromEntries(['past', 'erase', 'remove'].map((name) => [name, () => Promise.reject(name)])),
    read: (document) => sync.rooms.read(document),
    restore: (document, state) => sync.rooms.restore(document, state),
    notify: (_document, notice) => void told.push(notice),
  } as Rooms;
  const workshop = await workshopWith(db);
  facilitator = workshop.facilitator;
  noteTaker = (await workshop.joined('noteTaker')).actor;
});

const tools = () => ({ rooms, work: workHere });
const document = () => journeyDocument(facilitator.workshopId);
const journeyNow = async () => (await live(await sync.rooms.read(document()))).plain;
async function live(state: Uint8Array) {
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, state);
  return { journey, plain: toJourney(journey) };
}
/** Edits the live map, as the server does. */
async function edit<T>(change: (journey: JourneyDoc) => T): Promise<T> {
  const { journey } = await live(await sync.rooms.read(document()));
  const made = change(journey);
  await sync.rooms.restore(document(), Y.encodeStateAsUpdate(journey.doc));
  return made;
}
const say = (text: string, source: { findingId: string; interviewId: string } | null = null) =>
  edit((j) => {
    const { touchpoints, lanes } = toJourney(j);
    const laneId = lanes.find((l) => l.kind === 'quote')?.id ?? '';
    const cell = { touchpointId: touchpoints[0]?.id ?? '', laneId };
    return addCard(j, { kind: 'quote', text, cell, authorId: facilitator.userId, source });
  });
const snapshot = (label: string) => takeSnapshot(db, facilitator, { label }, tools());

test('the map becomes what the snapshot holds, and restoring the safety snapshot brings back what was there', async () => {
  const first = await say('as it was');
  const { number } = await snapshot('Then');
  const then = await journeyNow();
  await edit((j) => {
    setCardText(j, first, 'as it became');
    rename(j, 'touchpoints', then.touchpoints[0]?.id ?? '', 'Renamed');
  });
  await say('came later');
  const became = await journeyNow();

  told = [];
  const restored = await restoreSnapshot(db, facilitator, number, tools());
  expect(restored).toEqual({ number, map: 'asIs', safety: number + 1 });
  expect(await journeyNow()).toEqual(then);
  expect(told).toContainEqual({ type: 'restored', number, safety: number + 1, by: facilitator.userId });

  const [safety] = await listSnapshots(db, facilitator);
  expect(safety).toMatchObject({ number: number + 1, reason: 'restore', by: null });
  expect(safety?.label).toContain(String(number));
  expect((await readSnapshot(db, facilitator, number + 1)).journey).toEqual(became);

  await restoreSnapshot(db, facilitator, number + 1, tools());
  expect(await journeyNow()).toEqual(became);
  const lines = await db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.workshopId, facilitator.workshopId), eq(auditEvents.event, 'snapshot.restored')),
    );
  expect(lines[0]?.detail).toEqual({ number, map: 'asIs', safety: number + 1 });
});

test('what others did while the safety snapshot was being written is kept too', async () => {
  await say('as it was');
  const { number } = await snapshot('Then');
  await say('came later');
  const late = {
    ...rooms,
    restore: async (...args: Parameters<Rooms['restore']>) => {
      await say('came at the last moment');
      return sync.rooms.restore(...args);
    },
  };
  const { safety } = await restoreSnapshot(db, facilitator, number, { rooms: late, work: workHere });
  expect((await journeyNow()).cards.map((c) => c.text)).toEqual(['as it was']);
  const kept = await readSnapshot(db, facilitator, safety ?? 0);
  expect(kept.journey.cards.map((c) => c.text).sort()).toEqual([
    'as it was',
    'came at the last moment',
    'came later',
  ]);
});

test('a map that is already kept as it is gets no second safety snapshot', async () => {
  await say('one');
  const { number } = await snapshot('One');
  await say('two');
  const two = await snapshot('Two');
  expect(await restoreSnapshot(db, facilitator, number, tools())).toMatchObject({ safety: two.number });
  expect(await listSnapshots(db, facilitator)).toHaveLength(2);
});

test('what was erased since the snapshot was taken stays erased', async () => {
  const SAID = 'Jag hade ju sagt upp.';
  const interviewId = await takeIn(db, noteTaker, { turns: [{ role: 'interviewee', atMs: 0, text: SAID }] });
  const passage = { interviewId, turn: 0, start: 0, end: SAID.length };
  const finding = await markFinding(db, noteTaker, { ...passage, mark: { kind: 'quote' } }, sync.rooms);
  await shareInterview(db, noteTaker, interviewId, sync.rooms);
  await say(SAID, { findingId: finding.id, interviewId });
  await say('stays');
  const { number } = await snapshot('With her words');
  await eraseInterview(
    db,
    facilitator,
    { interviewId, alias: 'Kund A', cardIds: [] },
    { ...tools(), rooms: sync.rooms, scrub: async () => undefined, forget: () => undefined },
  );
  await edit((j) =>
    removeCards(
      j,
      toJourney(j).cards.map((c) => c.id),
    ),
  );
  await restoreSnapshot(db, facilitator, number, tools());
  expect((await journeyNow()).cards.map((c) => c.text)).toEqual(['stays']);
  expect(Buffer.from(await sync.rooms.read(document())).toString('latin1')).not.toContain('sagt upp');
});

test('a snapshot is held against the map as it is now by whoever may read both', async () => {
  await say('then');
  const { number } = await snapshot('Then');
  await say('now');
  const [then, now] = [
    await readSide(db, facilitator, number, tools()),
    await readSide(db, facilitator, 'asIs', tools()),
  ];
  expect(then.journey.cards.map((c) => c.text)).toEqual(['then']);
  expect(now).toMatchObject({ number: null, map: 'asIs', label: '' });
  expect(now.journey).toEqual(await journeyNow());
  expect(now.figures.counts.cards.quote).toBe(2);
  await expect(codeOf(readSide(db, { ...facilitator, role: null }, 'asIs', tools()))).resolves.toBe(
    'forbidden',
  );
  await expect(codeOf(readSide(db, facilitator, 'toBe', tools()))).resolves.toBe('toBeMissing');
});

test('only who may restore does; nobody restores what is not there', async () => {
  await say('one');
  const { number } = await snapshot('One');
  for (const role of ROLES.filter((r) => !can({ role: r }, 'snapshot.restore')))
    expect(await codeOf(restoreSnapshot(db, { ...facilitator, role }, number, tools())), role).toBe(
      'forbidden',
    );
  expect(await codeOf(restoreSnapshot(db, facilitator, number + 7, tools()))).toBe('snapshotNotFound');
  const { facilitator: stranger } = await workshopWith(db);
  expect(await codeOf(restoreSnapshot(db, stranger, number, tools()))).toBe('snapshotNotFound');
});
