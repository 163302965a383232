import { asc, eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDocument } from '../../lib/db/documents.ts';
import { auditEvents, docUpdates, members, snapshots, users, workshops } from '../../lib/db/schema/index.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { addCard, removeCards } from '../../lib/journey/commands/cards.ts';
import { keepMap } from '../../lib/services/snapshots/keep.ts';
import { writeSnapshot } from '../../lib/services/snapshots/write.ts';
import { type JourneySession, openSession } from '../../lib/sync/client/index.ts';
import { journeyDocument, type MapDocument, toBeDocument } from '../../lib/sync/protocol.ts';
import { workHere } from '../../lib/work/here.ts';
import { AutomaticSnapshots } from '../../server/snapshots/automatic.ts';
import { createSync, type Sync } from '../../server/sync/index.ts';
import { configWith } from '../support/config.ts';
import { openTestDatabase } from '../support/database.ts';
import { type SocketServer, serve, until } from '../support/sockets.ts';
import { seed } from './set-up.ts';

const config = configWith({ production: false });
const quiet = { info() {}, warn() {}, error() {} };
/** Never within a test. */
const NEVER = 3_600_000;

let database: { db: OpenDb; close(): Promise<void> };
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

let server: SocketServer;
let sync: Sync;
let automatic: AutomaticSnapshots;
const maps: JourneySession[] = [];

async function start(times: { every: number; grace: number }): Promise<void> {
  automatic = new AutomaticSnapshots(quiet, { ...times, late: 1_000 });
  sync = createSync({ db: database.db, config, logger: quiet, observe: automatic });
  server = await serve(sync);
  await automatic.begin({ db: database.db, rooms: sync.rooms, work: workHere });
}
async function stop(): Promise<void> {
  await automatic.stop();
  for (const map of maps.splice(0)) map.destroy();
  await server.close();
}
afterEach(stop);

/** A workshop in Swedish with one member, who opens its map. */
async function workshop(name: (workshopId: string) => MapDocument = journeyDocument) {
  const { db } = database;
  const [made] = await db.insert(workshops).values({ title: 'W', locale: 'sv', template: 'x' }).returning();
  const workshopId = made?.id as string;
  const [user] = await db.insert(users).values({ name: 'fia', kind: 'guest' }).returning();
  const userId = user?.id as string;
  await db
    .insert(members)
    .values({ workshopId, userId, role: 'facilitator', displayName: 'fia', functionName: '' });
  const { state, cell } = seed();
  const document = name(workshopId);
  await createDocument(db, document, state);
  const token = await encode({ token: { uid: userId, sv: 1 }, secret: config.authSecret });
  const saved = (map: JourneySession) => until(() => map.state.get().kind === 'saved', 'saved');
  return {
    ...{ workshopId, document, saved },
    async open() {
      const map = openSession({
        url: server.url,
        document,
        user: { id: userId, name: 'fia' },
        readOnly: false,
        WebSocket: server.socketOf('', { cookie: `next-auth.session-token=${token}` }),
      });
      maps.push(map);
      await saved(map);
      return map;
    },
    async write(map: JourneySession, text = 'Räkningen') {
      const id = addCard(map.journey, { kind: 'quote', text, cell, authorId: userId });
      await saved(map);
      return id;
    },
    taken: () =>
      db.select().from(snapshots).where(eq(snapshots.workshopId, workshopId)).orderBy(asc(snapshots.number)),
  };
}

/** Leaves, and waits until the server has seen that. */
async function leave(map: JourneySession): Promise<void> {
  const before = sync.health().clients;
  map.destroy();
  await until(() => sync.health().clients < before, 'the leaving');
}

describe('at the end of a session', () => {
  it('keeps what was edited once the last one has left, in nobody’s name and the workshop’s language', async () => {
    await start({ every: NEVER, grace: 20 });
    const { open, write, taken, workshopId } = await workshop();
    const [one, other] = [await open(), await open()];
    await write(one);
    await leave(one);
    await leave(other);
    await until(async () => (await taken()).length > 0, 'the snapshot');
    const [held] = await taken();
    expect(held).toMatchObject({ number: 1, map: 'asIs', reason: 'session', takenBy: null });
    expect(held?.label).toMatch(/^Slutet av passet, \d+ \S+ \d\d:\d\d$/);
    const lines = await database.db.select().from(auditEvents).where(eq(auditEvents.workshopId, workshopId));
    expect(lines.map(({ event, detail, actorId }) => ({ event, detail, actorId }))).toEqual([
      { event: 'snapshot.kept', detail: { number: 1, reason: 'session', map: 'asIs' }, actorId: null },
    ]);
  });

  it('keeps the to-be map as such', async () => {
    await start({ every: NEVER, grace: 20 });
    const { open, write, taken } = await workshop(toBeDocument);
    const map = await open();
    await write(map);
    await leave(map);
    await until(async () => (await taken()).length > 0, 'the snapshot');
    expect((await taken()).map(({ map, reason }) => [map, reason])).toEqual([['toBe', 'session']]);
  });

  it('keeps nothing when nobody edited, or all of it was taken back', async () => {
    await start({ every: NEVER, grace: NEVER });
    const read = await workshop();
    await leave(await read.open());
    const undone = await workshop();
    const map = await undone.open();
    removeCards(map.journey, [await undone.write(map)]);
    await undone.saved(map);
    await leave(map);
    // Its end is the end of every session it knows of.
    await automatic.stop();
    expect(await read.taken()).toEqual([]);
    expect(await undone.taken()).toEqual([]);
  });

  it('is not yet when somebody comes back and goes on', async () => {
    await start({ every: NEVER, grace: NEVER });
    const { open, write, taken } = await workshop();
    const map = await open();
    await write(map);
    await leave(map);
    const again = await open();
    await write(again, 'Mer');
    await automatic.stop();
    expect(await taken()).toEqual([]);
    await leave(again);
  });

  it('is taken at once when the server ends first', async () => {
    await start({ every: NEVER, grace: NEVER });
    const { open, write, taken } = await workshop();
    const map = await open();
    await write(map);
    await leave(map);
    await automatic.stop();
    expect((await taken()).map(({ reason }) => reason)).toEqual(['session']);
  });

  it('is not the end while the log shows edits of others', async () => {
    await start({ every: NEVER, grace: NEVER });
    const { open, write, taken, document } = await workshop();
    const map = await open();
    await write(map);
    await leave(map);
    // As another node writes them.
    const createdAt = new Date(Date.now() + 60_000);
    await database.db.insert(docUpdates).values({ doc: document, bytes: new Uint8Array([0, 0]), createdAt });
    await automatic.stop();
    expect(await taken()).toEqual([]);
  });

  it('is written once by five servers that see it at once', async () => {
    await start({ every: NEVER, grace: NEVER });
    const { open, write, taken, workshopId } = await workshop();
    await write(await open());
    const kept = await Promise.all(
      Array.from({ length: 5 }, () =>
        keepMap(
          database.db,
          { workshopId },
          { reason: 'session', at: new Date() },
          { rooms: sync.rooms, work: workHere },
        ),
      ),
    );
    expect(kept.map((one) => one?.number)).toEqual([1, 1, 1, 1, 1]);
    expect(kept.filter((one) => one?.isNew)).toHaveLength(1);
    expect(await taken()).toHaveLength(1);
  });
});

describe('while a map is worked on', () => {
  it('keeps it every so often, and tells its people', async () => {
    await start({ every: 150, grace: NEVER });
    const { open, write, taken } = await workshop();
    const map = await open();
    let told = 0;
    map.onNotice((notice) => {
      if (notice.type === 'snapshots') told += 1;
    });
    await write(map);
    await until(() => told === 1, 'the first');
    await write(map, 'Mer');
    await until(() => told === 2, 'the second');
    const [first, second] = await taken();
    expect([first?.reason, second?.reason]).toEqual(['activity', 'activity']);
    expect(Number(second?.createdAt) - Number(first?.createdAt)).toBeGreaterThanOrEqual(150);
  });

  it('waits that long after one that somebody took', async () => {
    const every = 1_500;
    await start({ every, grace: NEVER });
    const { open, write, taken, workshopId, document } = await workshop();
    const map = await open();
    await write(map);
    const state = await sync.rooms.read(document);
    const mine = { workshopId, state, label: 'Min', reason: 'manual', takenBy: null } as const;
    await writeSnapshot(database.db, mine, workHere);
    await write(map, 'Mer');
    await until(async () => (await taken()).length > 1, 'the next');
    const [manual, next] = await taken();
    expect([manual?.reason, next?.reason]).toEqual(['manual', 'activity']);
    expect(Number(next?.createdAt) - Number(manual?.createdAt)).toBeGreaterThanOrEqual(every);
  });

  it('takes up what an earlier server did not come to', async () => {
    const { open, write, taken } = await workshop();
    // As if it were killed before: it never comes to it.
    await start({ every: NEVER, grace: NEVER });
    await write(await open());
    for (const map of maps.splice(0)) map.destroy();
    await server.close();
    expect(await taken()).toEqual([]);
    await start({ every: 20, grace: NEVER });
    await until(async () => (await taken()).length > 0, 'the snapshot');
    expect((await taken()).map(({ reason }) => reason)).toEqual(['activity']);
  });
});
