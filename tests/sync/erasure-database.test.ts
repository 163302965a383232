import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '../../lib/db/documents.ts';
import {
  docPasts,
  docStates,
  docUpdates,
  erasures,
  interviews,
  members,
  users,
  workshops,
} from '../../lib/db/schema/index.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { emptyNotes } from '../../lib/notes/document.ts';
import { openNotesSession } from '../../lib/notes/session.ts';
import { openSession } from '../../lib/sync/client/index.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { journeyDocument, notesDocument } from '../../lib/sync/protocol.ts';
import { createSync, type Sync } from '../../server/sync/index.ts';
import { configWith } from '../support/config.ts';
import { openTestDatabase } from '../support/database.ts';
import { said } from '../support/notes.ts';
import { type SocketServer, serve, until } from '../support/sockets.ts';
import { seed, texts } from './set-up.ts';

const config = configWith({ production: false });
const quiet = { info() {}, warn() {}, error() {} };
const MARKER = 'marker-e7d1';
const consent = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };

let database: { db: OpenDb; close(): Promise<void> };
let sync: Sync;
let server: SocketServer;

beforeAll(async () => {
  database = await openTestDatabase();
  sync = createSync({ db: database.db, config, logger: quiet });
  server = await serve(sync);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** How many rows of a document's tables have these words in their bytes. */
async function held(document: string): Promise<number> {
  const { db } = database;
  const rows = [
    ...(await db.select({ bytes: docStates.state }).from(docStates).where(eq(docStates.doc, document))),
    ...(await db.select({ bytes: docUpdates.bytes }).from(docUpdates).where(eq(docUpdates.doc, document))),
    ...(await db.select({ bytes: docPasts.state }).from(docPasts).where(eq(docPasts.doc, document))),
  ];
  return rows.filter(({ bytes }) => Buffer.from(bytes).includes(MARKER)).length;
}

/** A workshop whose facilitator holds an interview, and how they open its documents. */
async function workshop() {
  const { db } = database;
  const [made] = await db.insert(workshops).values({ title: 'W', locale: 'en', template: 'x' }).returning();
  const workshopId = made?.id as string;
  const [user] = await db.insert(users).values({ name: 'fia', kind: 'guest' }).returning();
  const userId = user?.id as string;
  const member = { workshopId, userId, role: 'facilitator' as const, displayName: 'fia', functionName: '' };
  await db.insert(members).values(member);
  const interview = { workshopId, kind: 'customer' as const, alias: 'Customer 1', consent };
  const [held] = await db.insert(interviews).values(interview).returning();
  const interviewId = held?.id as string;
  await createDocument(db, journeyDocument(workshopId), seed().state);
  await createDocument(db, notesDocument(interviewId), emptyNotes());
  const token = await encode({ token: { uid: userId, sv: 1 }, secret: config.authSecret });
  const options = {
    url: server.url,
    user: { id: userId, name: 'fia' },
    readOnly: false,
    WebSocket: server.socketOf('', { cookie: `next-auth.session-token=${token}` }),
  };
  return {
    workshopId,
    interviewId,
    userId,
    openMap: () => openSession({ ...options, document: journeyDocument(workshopId) }),
    openNotes: () => openNotesSession({ ...options, interviewId }),
  };
}

test('no byte of the document’s tables has the words, and what is recorded holds for who comes later', async () => {
  const { workshopId, interviewId, userId, openMap } = await workshop();
  const { db } = database;
  const document = journeyDocument(workshopId);
  const findingId = '5d0f2f3e-36a0-4d7e-9a0c-0a1f5f1f7a55';
  const map = openMap();
  const saved = () => until(() => map.state.get().kind === 'saved', 'saved');
  await saved();
  const quote = (text: string) =>
    addCard(map.journey, {
      kind: 'quote',
      text,
      cell: null,
      authorId: userId,
      source: { interviewId, findingId },
    });
  quote(`${MARKER} one`);
  await saved();
  await db.insert(docPasts).values({ doc: document, epoch: 0, state: Buffer.from(MARKER) });
  await db.insert(docUpdates).values({ doc: document, epoch: 0, bytes: Buffer.from(MARKER) });
  expect(await held(document)).toBeGreaterThan(2);
  await db.insert(erasures).values({
    workshopId,
    interviewId,
    scope: 'person',
    findingIds: [findingId],
    cardIds: [],
    counts: {},
  });
  await db.delete(interviews).where(eq(interviews.id, interviewId));

  expect(
    await sync.rooms.erase(workshopId, { interviewIds: [interviewId], findingIds: [findingId] }),
  ).toEqual({
    cards: 1,
  });
  expect(await held(document)).toBe(0);
  await until(() => texts(map).length === 0, 'the removal');
  expect(Buffer.from(await sync.rooms.read(document)).includes(MARKER)).toBe(false);
  map.destroy();

  // A server that starts later has only the row to go by.
  const later = createSync({ db, config, logger: quiet });
  const other = await serve(later);
  const back = openSession({
    url: other.url,
    document,
    user: { id: userId, name: 'fia' },
    readOnly: false,
    WebSocket: other.socketOf('', {
      cookie: `next-auth.session-token=${await encode({ token: { uid: userId, sv: 1 }, secret: config.authSecret })}`,
    }),
  });
  await until(() => back.state.get().kind === 'saved', 'saved again');
  const refused = new Promise((resolve) => void back.onRefused(resolve));
  addCard(back.journey, {
    kind: 'quote',
    text: MARKER,
    cell: null,
    authorId: userId,
    source: { interviewId, findingId },
  });
  expect(await refused).toMatchObject({ code: 'sourceErased', texts: [] });
  expect(await held(document)).toBe(0);
  back.destroy();
  await other.close();
});

test('notes that are removed leave no row, and whoever was writing them is shown out for good', async () => {
  const { interviewId, openNotes } = await workshop();
  const document = notesDocument(interviewId);
  const notes = openNotes();
  await until(() => notes.state.get().kind === 'saved', 'saved');
  said(notes.notes, MARKER);
  await until(() => notes.state.get().kind === 'saved' && notes.state.get().pending === 0, 'saved');
  said(notes.notes, `${MARKER} on its way`);
  expect(Y.encodeStateAsUpdate(notes.doc).length).toBeGreaterThan(0);
  await database.db.delete(interviews).where(eq(interviews.id, interviewId));
  await sync.rooms.remove(document);
  await until(() => notes.state.get().kind === 'closed', 'the end');
  expect(notes.state.get().code).toBe(CLOSE.documentUnknown);
  const { db } = database;
  for (const table of [docStates, docUpdates, docPasts]) {
    expect(await db.select().from(table).where(eq(table.doc, document))).toEqual([]);
  }
  await expect(sync.rooms.read(document)).rejects.toMatchObject({ code: 'interviewNotFound' });
  notes.destroy();
});
