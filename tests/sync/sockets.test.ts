import net from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { type JourneyDoc, toJourney } from '../../lib/journey/document.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { awarenessFrame } from '../../lib/sync/messages.ts';
import { byHeader, DOCUMENT } from '../support/network.ts';
import { type SocketServer, until } from '../support/sockets.ts';
import { served, start } from './served.ts';
import { ACTORS, setUp } from './set-up.ts';

const texts = (journey: JourneyDoc) => toJourney(journey).cards.map((c) => c.text);

test('two stock y-websocket clients see each other, their edits and who they are', async () => {
  const { server, cell } = await start();
  const per = server.provider('per');
  const ada = server.provider('ada');
  await until(() => per.provider.synced && ada.provider.synced, 'sync');
  addCard(per.journey, { kind: 'quote', text: 'Hello', cell, authorId: 'per' });
  await until(() => texts(ada.journey).includes('Hello'), 'the edit');
  per.provider.awareness.setLocalState({
    user: { id: 'fia', name: 'The boss', role: 'facilitator' },
    cursor: 1,
  });
  const seen = () => ada.provider.awareness.getStates().get(per.journey.doc.clientID);
  await until(() => seen()?.cursor === 1, 'the presence');
  expect(seen()?.user).toEqual({ id: 'per', name: 'per', functionName: 'Care', role: 'participant' });
  // It never gets its own state back, with our name for it or without.
  expect(per.provider.awareness.getLocalState()?.user.name).toBe('The boss');
  per.provider.destroy();
  await until(() => seen() === undefined, 'the leaving');
  const again = server.provider('per');
  await until(
    () => again.provider.awareness.getStates().has(ada.journey.doc.clientID),
    'who was there already',
  );
});

test('a client that comes back is seen at once, though its clock stands still', async () => {
  const { server } = await start();
  const per = server.provider('per');
  const ada = server.provider('ada');
  const seen = () => ada.provider.awareness.getStates().has(per.journey.doc.clientID);
  await until(seen, 'presence');
  per.provider.disconnect();
  await until(() => !seen(), 'absence');
  per.provider.connect();
  await until(seen, 'presence again');
});

test('nobody speaks for another: invented, foreign and oversized presences go nowhere', async () => {
  const { server } = await start();
  const per = server.provider('per');
  const ada = server.provider('ada');
  await until(() => ada.provider.awareness.getStates().has(per.journey.doc.clientID), 'presence');
  const before = ada.provider.awareness.getStates().size;
  per.provider.awareness.setLocalState({ cursor: 'first' });
  const forge = (clientId: number, state: object) => {
    const states = new Map([[clientId, state]]);
    const meta = new Map([[clientId, { clock: 1_000, lastUpdated: 0 }]]);
    const update = encodeAwarenessUpdate({ states, meta } as never, [clientId], states);
    per.provider.ws?.send(awarenessFrame(update) as Uint8Array<ArrayBuffer>);
  };
  for (let i = 0; i < 200; i += 1) forge(1_000 + i, { user: { name: 'ghost' } });
  forge(ada.journey.doc.clientID, { user: { name: 'not ada' } });
  forge(per.journey.doc.clientID, { big: 'x'.repeat(5_000) });
  per.provider.awareness.setLocalState({ cursor: 'last' });
  await until(
    () => ada.provider.awareness.getStates().get(per.journey.doc.clientID)?.cursor === 'last',
    'the last of them',
  );
  expect(ada.provider.awareness.getStates().size).toBe(before);
  expect(JSON.stringify([...ada.provider.awareness.getStates().values()])).not.toMatch(/ghost|not ada|xxx/);
});

test.each([
  ['none', undefined],
  ['null', 'null'],
  ['another site', 'http://evil.example'],
  ['a look-alike', 'http://127.0.0.1.evil.example'],
  ['another port', 'http://127.0.0.1:1'],
  ['a file', 'file://127.0.0.1'],
])('an upgrade with %s for Origin is refused before 101', async (_name, origin) => {
  const { server, sync } = await start();
  const status = await new Promise<number | undefined>((resolve) => {
    const ws = new WebSocket(`${server.url}/${DOCUMENT}`, {
      headers: { 'x-user': 'per', ...(origin && { origin }) },
    });
    ws.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    ws.on('open', () => resolve(101));
    ws.on('error', () => {});
  });
  expect(status).toBe(403);
  expect(sync.health().clients).toBe(0);
});

test('with a configured address only that is our own', async () => {
  const { server } = await start({ config: { baseUrl: 'https://map.example' } });
  const outcome = (origin: string) =>
    new Promise<string>((resolve) => {
      const ws = new WebSocket(`${server.url}/${DOCUMENT}`, { headers: { 'x-user': 'per', origin } });
      ws.on('open', () => {
        ws.terminate();
        resolve('open');
      });
      ws.on('error', () => resolve('refused'));
    });
  expect(await outcome('https://map.example')).toBe('open');
  expect(await outcome(`http://127.0.0.1:${server.port}`)).toBe('refused');
});

/** Frames no WebSocket client sends: byte by byte, after a correct handshake. */
const BROKEN: Record<string, Buffer> = {
  'reserved bits': Buffer.from([0xf2, 0x80, 0, 0, 0, 0]),
  'a declared length of 200 MiB': Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x0c, 0x80, 0, 0, 0, 0, 0, 0]),
  'an unmasked frame': Buffer.from([0x82, 0x01, 0x00]),
  'an unknown opcode': Buffer.from([0x83, 0x80, 0, 0, 0, 0]),
  'text that is not UTF-8': Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff]),
};

test('broken frames close their sender; five honest clients miss nothing (F5)', async () => {
  const { server, cell } = await start();
  const honest = Array.from({ length: 5 }, () => server.provider('per'));
  await until(() => honest.every((h) => h.provider.synced), 'sync');
  let written = 0;
  for (const [name, bytes] of Object.entries(BROKEN)) {
    for (let i = 0; i < 20; i += 1) {
      await rawClosed(server, bytes);
    }
    addCard((honest[written % 5] as (typeof honest)[0]).journey, {
      kind: 'quote',
      text: name,
      cell,
      authorId: 'per',
    });
    written += 1;
  }
  await until(() => honest.every((h) => texts(h.journey).length === written), 'all edits everywhere');
  expect(honest.every((h) => h.provider.wsconnected)).toBe(true);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['an unknown type', Buffer.from([77])],
  ['an endless number', Buffer.alloc(40, 0xff)],
  ['a cut-off update', Buffer.from([0, 2, 100, 1])],
  ['an update of noise', Buffer.from([0, 2, 9, 1, 3, 0xc7, 9, 0, 0x5f, 1, 0xee, 4])],
  ['presence that is no JSON', Buffer.from([1, 5, 1, 1, 1, 1, 0x7b])],
])('a message of %s closes its sender with 4400', async (_name, bytes) => {
  const { server } = await start();
  const ws = new (server.socketOf('per'))(`${server.url}/${DOCUMENT}`);
  ws.onopen = () => ws.send(bytes as Uint8Array<ArrayBuffer>);
  expect(await new Promise((resolve) => (ws.onclose = (event) => resolve(event.code)))).toBe(4400);
});

test('a twenty-first socket of one user is turned away, for later', async () => {
  const { server } = await start();
  const twenty = Array.from({ length: 20 }, () => server.provider('per'));
  await until(() => twenty.every((p) => p.provider.synced), 'twenty');
  const ws = new (server.socketOf('per'))(`${server.url}/${DOCUMENT}`);
  expect(await new Promise((resolve) => (ws.onclose = (event) => resolve(event.code)))).toBe(4529);
  const other = server.provider('ada');
  await until(() => other.provider.synced, 'another user');
});

test('a flood is cut, for later; a busy editor is not', async () => {
  const { server, cell } = await start();
  const ada = server.provider('ada');
  await until(() => ada.provider.synced, 'sync');
  for (let i = 0; i < 200; i += 1)
    addCard(ada.journey, { kind: 'quote', text: `${i}`, cell, authorId: 'ada' });
  const ws = new (server.socketOf('per'))(`${server.url}/${DOCUMENT}`);
  ws.onopen = () => {
    for (let i = 0; i < 2_000; i += 1) ws.send(new Uint8Array([3]));
  };
  expect(await new Promise((resolve) => (ws.onclose = (event) => resolve(event.code)))).toBe(4529);
  const per = server.provider('per');
  await until(() => texts(per.journey).length === 200, 'every edit');
  expect(ada.provider.wsconnected).toBe(true);
});

test('a socket that does not answer is noticed and cut; a living one is kept', async () => {
  const { server, sync } = await start({ heartbeat: 60 });
  const per = server.provider('per');
  await until(() => per.provider.synced, 'sync');
  const dead = await handshake(server);
  await until(() => sync.health().clients === 2, 'the second');
  dead.pause();
  await until(() => sync.health().clients === 1, 'the cut');
  expect(per.provider.wsconnected).toBe(true);
  dead.destroy();
});

test('a session that runs out ends its open sockets, and no others', async () => {
  const { authorise, memberIds } = byHeader(ACTORS);
  const { server } = await start({
    heartbeat: 20,
    memberIds,
    async authorise(request, workshopId) {
      const actor = await authorise(request, workshopId);
      return actor.userId === 'per' ? { ...actor, sessionEndsAt: Date.now() + 40 } : actor;
    },
  });
  const [per, ada] = [server.session('per'), server.session('ada')];
  // On a busy machine the session may be over before its first sync.
  await ada.ready;
  await until(() => per.state.get().kind === 'closed', 'the end');
  expect(per.state.get().code).toBe(CLOSE.signInRequired);
  expect(ada.state.get().kind).not.toBe('closed');
});

test('a restarted server has everything that was saved', async () => {
  const { server, store, cell } = await start();
  const per = server.session('per');
  await per.ready;
  addCard(per.journey, { kind: 'quote', text: 'Durable', cell, authorId: 'per' });
  await until(() => per.state.get().pending === 0 && per.state.get().kind === 'saved', 'saved');
  const again = setUp();
  for (const [name, state] of store.states) again.store.states.set(name, state);
  again.store.rows.push(...store.rows);
  const second = await served(again.sync);
  const ada = second.provider('ada');
  await until(() => texts(ada.journey).length === 1, 'the card');
  expect(Y.encodeStateVector(ada.journey.doc)).toEqual(Y.encodeStateVector(per.doc));
});

async function handshake(server: SocketServer): Promise<net.Socket> {
  const socket = net.connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    [
      `GET /sync/${DOCUMENT} HTTP/1.1`,
      `Host: 127.0.0.1:${server.port}`,
      `Origin: http://127.0.0.1:${server.port}`,
      'X-User: ada',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  );
  await new Promise((resolve) => socket.once('data', resolve));
  return socket;
}

async function rawClosed(server: SocketServer, bytes: Buffer): Promise<void> {
  const socket = await handshake(server);
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.once('end', () => resolve());
  });
  socket.resume();
  socket.write(bytes);
  await closed;
  socket.destroy();
}
