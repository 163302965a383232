import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '../../lib/db/documents.ts';
import { members, users, workshops } from '../../lib/db/schema/index.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { changeRole, removeMember } from '../../lib/services/members.ts';
import { openSession } from '../../lib/sync/client/index.ts';
import { journeyDocument } from '../../lib/sync/protocol.ts';
import { createSync, type Sync } from '../../server/sync/index.ts';
import { configWith } from '../support/config.ts';
import { openTestDatabase } from '../support/database.ts';
import { type SocketServer, serve, until } from '../support/sockets.ts';
import { seed } from './set-up.ts';

const config = configWith({ production: false });

let database: { db: OpenDb; close(): Promise<void> };
let sync: Sync;
let server: SocketServer;

beforeAll(async () => {
  database = await openTestDatabase();
  sync = createSync({ db: database.db, config });
  server = await serve(sync);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

type Role = 'facilitator' | 'participant' | 'leader';

/** A workshop with a map and these people, and how each of them opens it. */
async function workshop(people: Record<string, Role>) {
  const { db } = database;
  const { state, cell } = seed();
  const workshopId = await db.transaction(async (tx) => {
    const [row] = await tx.insert(workshops).values({ title: 'W', locale: 'en', template: 'x' }).returning();
    await createDocument(tx, journeyDocument(row?.id as string), state);
    return row?.id as string;
  });
  const ids: Record<string, string> = {};
  for (const [name, role] of Object.entries(people)) {
    const [user] = await db.insert(users).values({ name, kind: 'guest' }).returning();
    ids[name] = user?.id as string;
    await db
      .insert(members)
      .values({ workshopId, userId: ids[name], role, displayName: name, functionName: 'Care' });
  }
  async function open(userId: string, readOnly = false, to = workshopId) {
    const token = await encode({ token: { uid: userId, sv: 1 }, secret: config.authSecret });
    const session = openSession({
      url: server.url,
      document: journeyDocument(to),
      user: { id: userId, name: '' },
      readOnly,
      WebSocket: server.socketOf('', { cookie: `next-auth.session-token=${token}` }),
    });
    return session;
  }
  const boss = {
    userId: ids.fia as string,
    name: 'fia',
    functionName: '',
    workshopId,
    role: 'facilitator' as const,
  };
  return { workshopId, ids, open, cell, boss };
}

const texts = (s: { journey: Parameters<typeof toJourney>[0] }) =>
  toJourney(s.journey).cards.map((c) => c.text);

test('members see each other by name and function; what they write is in the database', async () => {
  const { ids, open, cell, workshopId } = await workshop({ fia: 'facilitator', per: 'participant' });
  const [fia, per] = [await open(ids.fia as string), await open(ids.per as string)];
  await Promise.all([fia.ready, per.ready]);
  addCard(per.journey, { kind: 'quote', text: 'Ingen svarar', cell, authorId: ids.per as string });
  await until(() => texts(fia).includes('Ingen svarar'), 'the card');
  await until(() => per.state.get().kind === 'saved' && per.state.get().pending === 0, 'saved');
  const stored = new Y.Doc();
  Y.applyUpdate(stored, await sync.rooms.read(journeyDocument(workshopId)));
  expect(Y.encodeStateVector(stored)).toEqual(Y.encodeStateVector(per.doc));
  await until(() => fia.awareness.getStates().has(per.doc.clientID), 'presence');
  expect(fia.awareness.getStates().get(per.doc.clientID)?.user).toEqual({
    id: ids.per,
    name: 'per',
    functionName: 'Care',
    role: 'participant',
  });
  fia.destroy();
  per.destroy();
});

test('who is not a member, or not signed in, gets a close code and not a byte', async () => {
  const { ids, open } = await workshop({ per: 'participant' });
  const other = await workshop({ ada: 'participant' });
  const [foreign, forged, nowhere] = [
    await open(other.ids.ada as string),
    await open('7b2f3f0e-1c1d-4c3b-9a51-0d6c8a0f4e11'),
    await open(ids.per as string, false, '7b2f3f0e-1c1d-4c3b-9a51-0d6c8a0f4e11'),
  ];
  const all = [foreign, forged, nowhere];
  await until(() => all.every((s) => s.state.get().kind === 'closed'), 'closed');
  expect(all.map((s) => s.state.get().code)).toEqual([4403, 4401, 4404]);
  expect(all.map((s) => s.doc.store.clients.size)).toEqual([0, 0, 0]);
  for (const session of all) session.destroy();
});

test('a changed role, a removal and a sign-out everywhere reach sockets that are open', async () => {
  const { ids, open, cell, boss } = await workshop({
    fia: 'facilitator',
    per: 'participant',
    ada: 'participant',
  });
  const [per, ada] = [await open(ids.per as string), await open(ids.ada as string)];
  await Promise.all([per.ready, ada.ready]);
  await changeRole(database.db, boss, { userId: ids.per as string, role: 'leader' }, sync.rooms);
  await until(() => per.state.get().kind === 'offline', 'the cut');
  await until(() => per.state.get().kind === 'saved', 'the way back');
  const refused = new Promise((resolve) => per.onRefused(resolve));
  addCard(per.journey, { kind: 'quote', text: 'As a leader', cell, authorId: ids.per as string });
  expect(await refused).toMatchObject({ code: 'mapReadOnly', texts: ['As a leader'] });
  expect(texts(ada)).toEqual([]);

  await removeMember(database.db, boss, { userId: ids.ada as string }, sync.rooms);
  await until(() => ada.state.get().kind === 'closed', 'the end');
  expect(ada.state.get().code).toBe(4403);

  const fia = await open(ids.fia as string);
  await fia.ready;
  await database.db
    .update(users)
    .set({ sessionVersion: 2 })
    .where(eq(users.id, ids.fia as string));
  sync.rooms.userChanged(ids.fia as string);
  await until(() => fia.state.get().kind === 'closed', 'the sign-out');
  expect(fia.state.get().code).toBe(4401);
  for (const session of [per, ada, fia]) session.destroy();
});
