import { afterEach, expect, test } from 'vitest';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import { awarenessFrame } from '../../lib/sync/messages.ts';
import { Line } from '../support/hostile/line.ts';
import { RawSocket } from '../support/hostile/raw.ts';
import { type SocketServer, serve, until } from '../support/sockets.ts';
import { setUp } from '../sync/set-up.ts';

/** Presences of people who are not there (trust.md F19); floods of them are in tests/process/alone/hostile.test.ts. */
let server: SocketServer;
afterEach(() => server.close());

function presence(id: number, name: string): Uint8Array {
  const states = new Map([[id, { user: { id: 'fia', name, role: 'facilitator' }, cursor: 1 }]]);
  const meta = new Map([[id, { clock: 1, lastUpdated: 0 }]]);
  return awarenessFrame(encodeAwarenessUpdate({ states, meta } as never, [id], states));
}

/** A binary WebSocket frame as a client writes it, masked with zeros. */
function masked(payload: Uint8Array): Uint8Array {
  const { length } = payload;
  const head = length < 126 ? [0x82, 0x80 | length] : [0x82, 0x80 | 126, length >> 8, length & 255];
  return Uint8Array.from([...head, 0, 0, 0, 0, ...payload]);
}

test('ten clients that die, five by a broken line and five in silence: their presences go; names are the server’s (F19)', async () => {
  const { sync } = setUp({ heartbeat: 1_000 });
  server = await serve(sync);
  const ada = server.provider('ada');
  await until(() => ada.provider.synced, 'sync');
  const seen = () => ada.provider.awareness.getStates();
  const broken = Array.from({ length: 5 }, () => new Line(server.port, 'per'));
  await Promise.all(broken.map((line) => line.open));
  for (const [n, line] of broken.entries()) line.send(presence(800 + n, 'The boss'));
  const silent = await Promise.all(Array.from({ length: 5 }, () => RawSocket.open(server.port, 'per')));
  for (const [n, socket] of silent.entries()) socket.write(masked(presence(900 + n, 'The boss')));
  await until(() => seen().size === 11, 'all ten');
  for (const [id, state] of seen()) {
    if (id < 1_000) expect(state.user).toMatchObject({ id: 'per', name: 'per', role: 'participant' });
  }
  for (const line of broken) line.end();
  for (const socket of silent) socket.pause();
  await until(() => seen().size === 1, 'nobody but herself');
  expect(sync.health().clients).toBe(1);
  for (const socket of silent) socket.destroy();
});

test('one socket is one person: what it says under a second id is passed over (F19)', async () => {
  const { sync } = setUp();
  server = await serve(sync);
  const ada = server.provider('ada');
  await until(() => ada.provider.synced, 'sync');
  const line = new Line(server.port, 'per');
  await line.open;
  for (let n = 0; n < 200; n += 1) line.send(presence(700 + n, `ghost ${n}`));
  line.send(presence(700, 'last'));
  await until(() => ada.provider.awareness.getStates().has(700), 'the first');
  const other = new Line(server.port, 'leo');
  await other.open;
  other.send(presence(ada.journey.doc.clientID, 'not ada'));
  other.send(presence(600, 'leo'));
  await until(() => ada.provider.awareness.getStates().has(600), 'leo');
  expect([...ada.provider.awareness.getStates().keys()].sort((a, b) => a - b).slice(0, 2)).toEqual([
    600, 700,
  ]);
  expect(ada.provider.awareness.getStates().size).toBe(3);
  line.end();
  other.end();
});
