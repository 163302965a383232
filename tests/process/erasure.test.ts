import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../lib/auth/can.ts';
import { readConfig } from '../../lib/config.ts';
import { openDatabase } from '../../lib/db/open.ts';
import {
  auditEvents,
  docPasts,
  docStates,
  docUpdates,
  erasures,
  findings,
  members,
  snapshots,
} from '../../lib/db/schema/index.ts';
import { scrub } from '../../lib/db/scrub.ts';
import { addCard, removeCards, setCardText } from '../../lib/journey/commands/cards.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../lib/journey/document.ts';
import { openNotesSession } from '../../lib/notes/session.ts';
import { exportFindings } from '../../lib/services/findings/export.ts';
import { listFindings } from '../../lib/services/findings.ts';
import { freezeNotes } from '../../lib/services/interviews/freeze.ts';
import {
  eraseInterview,
  keepFlag,
  planInterview,
  previewErasure,
  readErasure,
  recordConsent,
  saveClean,
  shareInterview,
} from '../../lib/services/interviews.ts';
import { actorIn } from '../../lib/services/members.ts';
import { readSnapshot, takeSnapshot } from '../../lib/services/snapshots.ts';
import { type JourneySession, openSession, type Remains } from '../../lib/sync/client/index.ts';
import { journeyDocument } from '../../lib/sync/protocol.ts';
import { workHere } from '../../lib/work/here.ts';
import { createSync } from '../../server/sync/index.ts';
import { type Furnished, furnish } from '../support/furnish.ts';
import { said } from '../support/notes.ts';
import { createPostgresDatabase, postgresMissing } from '../support/postgres.ts';
import { postgresProgram } from '../support/postgres-cluster.ts';
import { startServer } from '../support/process.ts';
import { serve, until } from '../support/sockets.ts';

/** Words that are nowhere else, one for each place that holds what somebody said; alike at neither end. */
const MARKERS = [...'abcdefghijklmnopqrst'].map((letter) => `${letter}xq${letter}märke${letter}q${letter}`);
const M = (i: number): string => MARKERS[i] ?? '';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Which markers stand in which files under a folder, and how many bytes were read. */
function scan(root: string, only: (file: string) => boolean = () => true) {
  const hits: string[] = [];
  let bytes = 0;
  const files = statSync(root).isDirectory()
    ? readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [root];
  for (const file of files.filter(only)) {
    const held = readFileSync(file);
    bytes += held.length;
    for (const marker of MARKERS)
      if (held.includes(marker)) hits.push(`${marker} ${path.relative(root, file)}`);
  }
  return { hits, bytes, found: new Set(hits.map((hit) => hit.split(' ')[0])) };
}

const inBytes = (bytes: Uint8Array): string[] =>
  MARKERS.filter((marker) => Buffer.from(bytes).includes(marker));

/** The workshop, its people at real sockets, and one interview with its words everywhere. */
async function scene(folder: string, databaseUrl?: string) {
  const furnished: Furnished = await furnish(folder, ['noteTaker', 'participant'], databaseUrl);
  const database = await openDatabase({ dataDir: folder, databaseUrl });
  const { db } = database;
  const config = readConfig({
    production: true,
    environment: { DATA_DIR: folder, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
  });
  const quiet = { info() {}, warn() {}, error() {} };
  const sync = createSync({ db, config, logger: quiet });
  const server = await serve(sync);
  const { rooms } = sync;
  const { workshopId } = furnished;
  const [facilitator, noteTaker, participant] = (await Promise.all(
    furnished.people.map(async ({ userId }) => {
      const [row] = await db.select().from(members).where(eq(members.userId, userId));
      return actorIn(
        db,
        { id: userId, name: row?.displayName ?? '', email: null, kind: 'guest' } as never,
        workshopId,
      );
    }),
  )) as [Actor, Actor, Actor];
  const WebSocketOf = (place: number) =>
    server.socketOf('', { cookie: furnished.people[place]?.cookie ?? '' });
  const laptop = cuttable(WebSocketOf(2));
  const sessions: { destroy(): void }[] = [];
  const map = async (place: number, after?: Remains): Promise<JourneySession> => {
    const session = openSession({
      url: server.url,
      document: journeyDocument(workshopId),
      user: { id: furnished.people[place]?.userId ?? '', name: 'x' },
      readOnly: false,
      WebSocket: place === 2 ? laptop.WebSocket : WebSocketOf(place),
      ...(after && { after }),
    });
    sessions.push(session);
    await session.ready;
    return session;
  };
  const saved = (session: { state: { get(): { kind: string; pending: number } } }, what: string) =>
    until(() => session.state.get().kind === 'saved' && session.state.get().pending === 0, what);

  // The interview: planned, captured, frozen.
  const { id: interviewId } = await planInterview(db, noteTaker, {
    alias: `Kund ${M(12)}`,
    kind: 'customer',
    segment: M(13),
    noteTakerId: noteTaker.userId,
  });
  const consent = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };
  await recordConsent(db, noteTaker, { interviewId, consent }, rooms);
  const notes = openNotesSession({
    url: server.url,
    interviewId,
    user: { id: noteTaker.userId, name: 'x' },
    readOnly: false,
    WebSocket: WebSocketOf(1),
  });
  sessions.push(notes);
  await notes.ready;
  said(
    notes.notes,
    `så ${M(0)} var det ju faktiskt hela tiden`,
    `" det var ${M(1)} som gjorde mig arg`,
    `!! ${M(2)} tog två veckor att få`,
    `" och ${M(3)} sa ingen någonting om`,
  );
  await saved(notes, 'the notes');
  await freezeNotes(db, noteTaker, interviewId, rooms);
  const raw = `så ${M(0)} var det ju faktiskt hela tiden`;
  await saveClean(
    db,
    noteTaker,
    { interviewId, changes: [{ turn: 0, before: raw, clean: `så ${M(4)} var det, ${M(5)}` }] },
    rooms,
  );
  await keepFlag(db, noteTaker, { interviewId, kind: 'name', words: M(6), kept: true });
  const marked = await db.select().from(findings).where(eq(findings.interviewId, interviewId));
  await db
    .update(findings)
    .set({ tags: [M(7)] })
    .where(eq(findings.interviewId, interviewId));
  await shareInterview(db, noteTaker, interviewId, rooms);

  // The map: cards from it, reworded, copied, changed and removed again; three snapshots on the way.
  const first = await map(0);
  const second = await map(2);
  const cell = () => {
    const { touchpoints, lanes } = toJourney(first.journey);
    return { touchpointId: touchpoints[0]?.id ?? '', laneId: lanes[1]?.id ?? '' };
  };
  const source = (words: string) => {
    const found = marked.find((finding) => finding.words.includes(words));
    return found ? { findingId: found.id, interviewId } : null;
  };
  const place = (journey: JourneyDoc, authorId: string, text: string, from: string | null) =>
    addCard(journey, { kind: 'quote', text, cell: cell(), authorId, source: from ? source(from) : null });
  const own = place(first.journey, facilitator.userId, 'Någon annans egna ord om fakturan', null);
  const card = place(first.journey, facilitator.userId, `det var ${M(1)} som gjorde mig arg ${M(14)}`, M(1));
  place(first.journey, facilitator.userId, M(10), M(2));
  const copy = place(first.journey, facilitator.userId, `det var ${M(1)} som gjorde mig ${M(11)}`, null);
  await saved(first, 'the cards');
  const snap = async (label: string) => {
    await takeSnapshot(db, facilitator, { label }, { rooms, work: workHere });
  };
  await snap('Ett');
  setCardText(first.journey, card, `${M(8)} ${M(15)}`);
  await saved(first, 'the edit');
  await snap('Två');
  setCardText(first.journey, card, M(9));
  const gone = place(first.journey, facilitator.userId, M(16), M(3));
  await saved(first, 'the third');
  await snap('Tre');
  removeCards(first.journey, [gone]);
  setCardText(first.journey, card, M(17));
  await saved(first, 'the last');
  // As an earlier epoch left it.
  const past = openJourney(new Y.Doc());
  addCard(past, { kind: 'quote', text: M(18), cell: null, authorId: 'x', source: source(M(1)) });
  await db.insert(docPasts).values({
    doc: journeyDocument(workshopId),
    epoch: 0,
    state: Y.encodeStateAsUpdate(past.doc),
  });
  return {
    db,
    database,
    config,
    sync,
    server,
    rooms,
    workshopId,
    interviewId,
    facilitator,
    noteTaker,
    participant,
    first,
    second,
    own,
    card,
    copy,
    sessions,
    saved,
    laptop,
    map,
    place,
  };
}

const CSV_WORDS = {
  columns: {},
  kind: {},
  who: {},
  yes: 'ja',
  no: 'nej',
} as unknown as Parameters<typeof exportFindings>[4];

/** What must hold after an erasure, on either engine, but for the database's own files. */
async function eraseAndCheck(held: Awaited<ReturnType<typeof scene>>): Promise<number> {
  const { db, database, config, rooms, facilitator, participant, interviewId, second } = held;
  // Somebody's laptop sleeps, with the map on it and words typed into a card of the interview.
  held.laptop.cut();
  setCardText(second.journey, held.card, `${M(19)} ${M(17)}`);
  held.place(second.journey, participant.userId, `${M(19)} till`, M(1));
  held.place(second.journey, participant.userId, 'Mitt eget ord under tiden', null);

  const preview = await previewErasure(db, facilitator, interviewId, { rooms, work: workHere });
  expect(preview).toMatchObject({ turns: 4, findings: 3, cards: 2, snapshots: [1, 2, 3] });
  expect(preview.copies.map((copy) => copy.cardId)).toEqual([held.copy]);
  const began = performance.now();
  const done = await eraseInterview(
    db,
    facilitator,
    { interviewId, alias: `Kund ${M(12)}`, cardIds: [held.copy] },
    {
      rooms,
      work: workHere,
      scrub: () => scrub(database.pool, config),
      forget: () => undefined,
    },
  );
  const took = performance.now() - began;
  expect(done.completedAt).not.toBeNull();
  expect(done.counts).toMatchObject({ turns: 4, findings: 3, cards: 3, snapshots: 3 });

  // The returning client brings none of the interview's words; refused, it begins anew as the map does.
  let back = second;
  let refused = '';
  second.onRefused(({ code }) => {
    refused = code;
    const after = second.remains();
    second.destroy();
    void held.map(2, after).then((session) => {
      back = session;
    });
  });
  held.laptop.mend();
  await until(() => refused !== '' && back !== second, 'the return');
  expect(refused).toBe('sourceErased');
  const fresh = await held.map(0);
  expect(toJourney(fresh.journey).cards.map((one) => one.text)).toContain(
    'Någon annans egna ord om fakturan',
  );
  expect(inBytes(Y.encodeStateAsUpdate(fresh.journey.doc))).toEqual([]);
  await until(
    () => inBytes(Y.encodeStateAsUpdate(back.journey.doc)).length === 0,
    'the returning one to forget',
  );

  for (const number of [1, 2, 3]) {
    const snapshot = await readSnapshot(db, facilitator, number);
    expect(snapshot.sourcesErased).toBe(1);
    expect(snapshot.sources).toEqual({});
    expect(snapshot.journey.cards.map((card) => card.text)).toEqual(['Någon annans egna ord om fakturan']);
  }
  for (const { content } of await db.select({ content: snapshots.content }).from(snapshots)) {
    expect(inBytes(brotliDecompressSync(content ?? new Uint8Array()))).toEqual([]);
  }
  for (const table of [docStates, docUpdates, docPasts, auditEvents, erasures] as const) {
    expect(
      inBytes(Buffer.from(JSON.stringify(await db.select().from(table as typeof auditEvents), bytesAsText))),
    ).toEqual([]);
  }
  expect(await listFindings(db, facilitator)).toEqual([]);
  const { csv } = await exportFindings(db, facilitator, {} as never, rooms, CSV_WORDS);
  expect(inBytes(Buffer.from(csv))).toEqual([]);
  expect(await readErasure(db, facilitator, interviewId)).toMatchObject({ scope: 'person' });
  return took;
}

const bytesAsText = (_: string, value: unknown) =>
  value && typeof value === 'object' && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? Buffer.from(value.data as number[]).toString('latin1')
    : value;

/** A way to the server that can be cut, as a laptop's lid does. */
function cuttable(Socket: typeof WebSocket) {
  const open = new Set<WebSocket>();
  let isCut = false;
  const Cuttable = class extends Socket {
    constructor(url: string | URL) {
      super(isCut ? 'ws://127.0.0.1:9' : url);
      open.add(this);
    }
  };
  return {
    WebSocket: Cuttable as typeof WebSocket,
    cut() {
      isCut = true;
      for (const socket of open) socket.close();
    },
    mend() {
      isCut = false;
    },
  };
}

async function end(held: Awaited<ReturnType<typeof scene>>): Promise<void> {
  for (const session of held.sessions) session.destroy();
  await held.server.close();
  await held.database.close();
}

test('a person is erased from the data folder: twenty marked words, no byte left, the rest unchanged', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-erasure-'));
  folders.push(folder);
  const held = await scene(folder);
  await held.database.pool.query('checkpoint');
  const before = scan(folder);
  // All but the one that is still to be typed.
  expect(MARKERS.filter((marker) => !before.found.has(marker))).toEqual([M(19)]);

  const took = await eraseAndCheck(held);
  const during = scan(folder);
  expect(during.hits).toEqual([]);
  await end(held);
  const after = scan(folder);
  expect(after.hits).toEqual([]);
  console.info(
    `erasure on PGlite: ${before.found.size} of 20 markers in the files before, 0 after, ${after.bytes} bytes read; ${Math.round(took)} ms`,
  );
});

test('a server that starts goes on with an erasure that broke off', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-erasure-'));
  folders.push(folder);
  const { workshopId } = await furnish(folder);
  const open = () => openDatabase({ dataDir: folder, databaseUrl: undefined });
  const first = await open();
  await first.db
    .insert(erasures)
    .values({ workshopId, interviewId: randomUUID(), scope: 'person', findingIds: [], counts: {} });
  await first.close();
  const server = await startServer({ DATA_DIR: folder });
  // It ends only after what it has begun.
  expect(await server.stop()).toBe(0);
  const after = await open();
  const [row] = await after.db.select().from(erasures);
  expect(row?.completedAt).not.toBeNull();
  await after.close();
});

const missing = postgresMissing();
describe.skipIf(missing)(`on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('a person is erased from the tables’ files and from a new dump', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-erasure-'));
    folders.push(folder);
    const { url, drop } = await createPostgresDatabase();
    const held = await scene(folder, url);
    const took = await eraseAndCheck(held);
    const { rows } = await held.database.pool.query<{ folder: string; oid: string }>(
      "select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()",
    );
    await held.database.pool.query('checkpoint');
    const tables = path.join(rows[0]?.folder ?? '', 'base', rows[0]?.oid ?? '');
    expect(scan(tables).hits).toEqual([]);
    const dump = path.join(folder, `${randomUUID()}.sql`);
    const { status, stderr } = spawnSync(postgresProgram('pg_dump'), ['-Fp', '-f', dump, url]);
    expect(status, stderr?.toString()).toBe(0);
    expect(scan(dump).hits).toEqual([]);
    const log = scan(path.join(rows[0]?.folder ?? '', 'pg_wal'));
    console.info(
      `erasure on PostgreSQL: 0 markers in tables and dump; ${log.found.size} of 20 still in its write-ahead log, which is its operator's; ${Math.round(took)} ms`,
    );
    await end(held);
    await drop();
  });
});
