import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '../../lib/db/documents.ts';
import { docUpdates, interviews, members, users, workshops } from '../../lib/db/schema/index.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { emptyNotes, openNotes, toNotes } from '../../lib/notes/document.ts';
import { type NotesSession, openNotesSession } from '../../lib/notes/session.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import type { Refused } from '../../lib/sync/messages.ts';
import { journeyDocument, notesDocument } from '../../lib/sync/protocol.ts';
import { createSync, type Sync } from '../../server/sync/index.ts';
import { configWith } from '../support/config.ts';
import { openTestDatabase } from '../support/database.ts';
import { said } from '../support/notes.ts';
import { type SocketServer, serve, until } from '../support/sockets.ts';
import { seed } from './set-up.ts';

const config = configWith({ production: false });
const quiet = { info() {}, warn() {}, error() {} };
const CONSENT = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };

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

const PEOPLE = {
  fia: 'facilitator',
  ines: 'interviewer',
  nils: 'noteTaker',
  nora: 'noteTaker',
  per: 'participant',
  leo: 'leader',
} as const;
type Name = keyof typeof PEOPLE;

/** A workshop with everybody in it and an interview that Ines and Nils are about to hold. */
async function planned(consent = CONSENT) {
  const { db } = database;
  const [workshop] = await db
    .insert(workshops)
    .values({ title: 'W', locale: 'sv', template: 'x' })
    .returning();
  const workshopId = workshop?.id as string;
  await createDocument(db, journeyDocument(workshopId), seed().state);
  const ids = {} as Record<Name, string>;
  for (const [name, role] of Object.entries(PEOPLE) as [Name, (typeof PEOPLE)[Name]][]) {
    const [user] = await db.insert(users).values({ name, kind: 'guest' }).returning();
    ids[name] = user?.id as string;
    const own = { workshopId, userId: ids[name], role, displayName: name, functionName: '' };
    await db.insert(members).values(own);
  }
  const [interview] = await db
    .insert(interviews)
    .values({
      workshopId,
      kind: 'customer',
      alias: 'Customer 1',
      consent,
      interviewerId: ids.ines,
      noteTakerId: ids.nils,
      status: 'planned',
    })
    .returning();
  const interviewId = interview?.id as string;
  await createDocument(db, notesDocument(interviewId), emptyNotes());
  const change = async (values: Partial<typeof interviews.$inferInsert>) => {
    await db.update(interviews).set(values).where(eq(interviews.id, interviewId));
    sync.rooms.documentChanged(notesDocument(interviewId));
  };
  async function open(name: Name, readOnly = false) {
    const token = await encode({ token: { uid: ids[name], sv: 1 }, secret: config.authSecret });
    const cookie = `next-auth.session-token=${token}`;
    return openNotesSession({
      interviewId,
      url: server.url,
      user: { id: ids[name], name },
      readOnly,
      WebSocket: server.socketOf('', { cookie }),
    });
  }
  return { workshopId, interviewId, ids, change, open };
}

const linesOf = (session: NotesSession) => toNotes(session.notes).lines.map(({ text }) => text);
const saved = (...sessions: NotesSession[]) =>
  until(() => sessions.every((session) => session.state.get().kind === 'saved'), 'saved');
const codeOf = (session: NotesSession) => session.state.get().code;
const refusalOf = (session: NotesSession) =>
  new Promise<Refused>((resolve) => void session.onRefused(resolve));

test('two who hold an interview write its notes together; what they write is in the database', async () => {
  const { interviewId, ids, open } = await planned();
  const [ines, nils] = [await open('ines'), await open('nils')];
  await saved(ines, nils);
  said(nils.notes, '"Alltid samma fel', '!! Fakturan');
  ines.notes.prompts.set('p1', { text: 'ask why', byId: ids.ines, atMs: 4_000 });
  await until(() => linesOf(ines).length === 2 && nils.notes.prompts.size === 1, 'both');
  await saved(ines, nils);
  expect(linesOf(ines)).toEqual(['"Alltid samma fel', '!! Fakturan']);
  const document = notesDocument(interviewId);
  const rows = await database.db.select().from(docUpdates).where(eq(docUpdates.doc, document));
  expect(rows.length).toBeGreaterThan(0);
  const stored = openNotes(new Y.Doc());
  Y.applyUpdate(stored.doc, await sync.rooms.read(document));
  expect(toNotes(stored).lines.map(({ text }) => text)).toEqual(linesOf(nils));
  for (const session of [ines, nils]) session.destroy();
});

test('the notes are their team’s alone: others learn nothing of them, whatever their role', async () => {
  const { open } = await planned();
  const fia = await open('fia');
  await saved(fia);
  fia.destroy();
  for (const name of ['nora', 'per', 'leo'] as const) {
    const session = await open(name);
    await until(() => session.state.get().kind === 'closed', name);
    expect(codeOf(session), name).toBe(CLOSE.forbidden);
    expect(session.doc.store.clients.size).toBe(0);
    expect(session.awareness.getStates().size).toBeLessThanOrEqual(1);
    session.destroy();
  }
});

test('an interview nobody knows has no notes', async () => {
  const { open, interviewId } = await planned();
  await database.db.delete(interviews).where(eq(interviews.id, interviewId));
  const nils = await open('nils');
  await until(() => nils.state.get().kind === 'closed');
  expect(codeOf(nils)).toBe(CLOSE.documentUnknown);
  nils.destroy();
});

test('without consent to notes nothing is taken down, and its words are given back', async () => {
  const { open } = await planned({ ...CONSENT, notes: false });
  const nils = await open('nils');
  await saved(nils);
  const refused = refusalOf(nils);
  said(nils.notes, 'Hej');
  expect(await refused).toMatchObject({ code: 'notesClosed', texts: ['Hej'] });
  nils.destroy();
});

test('once shared the notes can be read by their team and written by nobody; who was at it is told', async () => {
  const { open, change } = await planned();
  const nils = await open('nils');
  await saved(nils);
  said(nils.notes, 'före');
  await saved(nils);
  await change({ status: 'shared' });
  await until(() => nils.state.get().kind !== 'saved', 'the socket closed');
  await saved(nils);
  const refused = refusalOf(nils);
  said(nils.notes, 'efter');
  expect(await refused).toMatchObject({ code: 'notesClosed', texts: ['efter'] });
  nils.destroy();
  const [reader, per] = [await open('ines', true), await open('per', true)];
  await saved(reader);
  expect(linesOf(reader)).toEqual(['före']);
  await until(() => per.state.get().kind === 'closed');
  for (const session of [reader, per]) session.destroy();
});

test('whoever leaves the team is shown out at once, and who comes into it may write', async () => {
  const { workshopId, open, change, ids } = await planned();
  const nils = await open('nils');
  await saved(nils);
  await change({ noteTakerId: ids.nora });
  await until(() => nils.state.get().kind === 'closed');
  expect(codeOf(nils)).toBe(CLOSE.forbidden);
  nils.destroy();
  const nora = await open('nora');
  await saved(nora);
  said(nora.notes, 'jag tar över');
  await saved(nora);
  // A member's role reaches the notes of their workshop too.
  await database.db.delete(members).where(eq(members.userId, ids.nora));
  sync.rooms.rightsChanged(workshopId, ids.nora);
  await until(() => nora.state.get().kind === 'closed');
  expect(codeOf(nora)).toBe(CLOSE.forbidden);
  nora.destroy();
});
