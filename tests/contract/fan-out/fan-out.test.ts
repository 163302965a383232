import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { alone } from '../../../server/sync/fan-out/index.ts';
import { installationOf } from '../../../server/sync/fan-out/installation.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { until } from '../../support/sockets.ts';
import { DOC, ELSEWHERE, follow, nodesOn, notes } from './nodes.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const { node, end } = nodesOn(() => redis.url);
afterEach(end);

test('what one node makes durable reaches the others of that document, whole, once, in order, and not itself', async () => {
  const [a, b, c] = [await node(), await node(), await node()];
  const [inA, inB, elsewhere] = [await follow(a), await follow(b), await follow(c, `${DOC.slice(0, -1)}2`)];
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  inA.feed.committed([
    { seq: 1, bytes: all },
    { seq: 2 ** 40, bytes: new Uint8Array(0) },
  ]);
  inA.feed.committed([{ seq: 3, bytes: all.slice(7) }]);
  await until(() => inB.heard.seqs.length >= 3);
  expect(inB.heard.seqs).toEqual([1, 2 ** 40, 3]);
  expect(inB.heard.bytes).toEqual([all, new Uint8Array(0), all.slice(7)]);
  expect(inA.heard.seqs).toEqual([]);
  expect(elsewhere.heard.seqs).toEqual([]);
});

test('the others are told which rows of the log a state holds by now', async () => {
  const [a, b] = [await node(), await node()];
  const [inA, inB] = [await follow(a), await follow(b)];
  const compacted = { epoch: 2, generation: 3, covered: [1, 5, 2 ** 33] };
  inA.feed.compacted(compacted);
  await until(() => inB.heard.compacted.length > 0);
  expect(inB.heard.compacted).toEqual([compacted]);
});

test('a large update is not sent: the others are told to look in the log', async () => {
  const [a, b] = [await node(), await node()];
  const [inA, inB] = [await follow(a), await follow(b)];
  const before = inB.heard.missed;
  inA.feed.committed([{ seq: 1, bytes: new Uint8Array(100_000) }]);
  await until(() => inB.heard.missed > before);
  expect(inB.heard.seqs).toEqual([]);
});

test('whoever comes is asked for by the others, who then tell who is there', async () => {
  const [a, b] = [await node(), await node()];
  const inA = await follow(a);
  const asked = inA.heard.asked;
  const inB = await follow(b);
  await until(() => inA.heard.asked > asked);
  const states = [
    { clientId: 7, json: JSON.stringify({ user: { id: 'åsa', name: 'Åsa' }, cursor: [1, 2] }) },
  ];
  inA.feed.presence({ whole: true, clock: 12, states });
  await until(() => inB.heard.presences.length > 0);
  expect(inB.heard.presences[0]?.states).toEqual({ whole: true, clock: 12, states });
});

test('orders reach every other node, whatever it has open', async () => {
  const [a, b] = [await node(), await node()];
  const workshopId = DOC.slice('journey:'.length);
  const orders = [
    { type: 'rightsChanged', workshopId } as const,
    { type: 'rightsChanged', workshopId, userId: 'u1' } as const,
    { type: 'userChanged', userId: 'u1' } as const,
    { type: 'documentChanged', document: `notes:${workshopId}` } as const,
    { type: 'erased', workshopId, mark: 5, interviewIds: ['i1'], findingIds: ['f1'], cardIds: [] } as const,
    { type: 'removed', document: `notes:${workshopId}` } as const,
    { type: 'notify', document: `journey:${workshopId}`, notice: { type: 'findings' } } as const,
    { type: 'notify', document: `tobe:${workshopId}`, notice: { type: 'members' } } as const,
  ];
  for (const order of orders) a.fanOut.tell(order);
  await until(() => b.orders.length >= orders.length);
  expect(b.orders).toEqual(orders);
  expect(a.orders).toEqual([]);
});

test('after the room has closed nothing more is heard, and the others can see that nobody follows', async () => {
  const [a, b] = [await node(), await node()];
  const [inA, inB] = [await follow(a), await follow(b)];
  expect(await a.fanOut.isFollowedElsewhere(DOC)).toBe(true);
  inB.feed.stop();
  while (await a.fanOut.isFollowedElsewhere(DOC));
  expect(await b.fanOut.isFollowedElsewhere(DOC)).toBe(true);
  inA.feed.committed([{ seq: 1, bytes: new Uint8Array(1) }]);
  // The second following is heard after that.
  const again = await follow(b);
  expect([inB.heard.seqs, again.heard.seqs]).toEqual([[], []]);
});

test('a room that is opened again before the old one is stopped goes on hearing', async () => {
  const [a, b] = [await node(), await node()];
  const [inA, first] = [await follow(a), await follow(b)];
  const second = await follow(b);
  first.feed.stop();
  inA.feed.committed([{ seq: 9, bytes: new Uint8Array(1) }]);
  await until(() => second.heard.seqs.length > 0);
  expect(first.heard.seqs).toEqual([]);
});

test('two installations on one Redis do not hear each other', async () => {
  const [a, b] = [await node(), await node({ installation: ELSEWHERE })];
  const [inA, inB] = [await follow(a), await follow(b)];
  const asked = inB.heard.asked;
  inA.feed.committed([{ seq: 1, bytes: new Uint8Array(1) }]);
  a.fanOut.tell({ type: 'userChanged', userId: 'u1' });
  inB.feed.committed([{ seq: 2, bytes: new Uint8Array(1) }]);
  await follow(await node({ installation: ELSEWHERE }));
  await until(() => inB.heard.asked > asked);
  expect([inA.heard.seqs, inB.heard.seqs, b.orders]).toEqual([[], [], []]);
  const secret = 'x'.repeat(40);
  const live = installationOf(secret, 'postgres://a@one/live');
  expect(installationOf(secret, 'postgres://b@10.0.0.1:5433/live')).toEqual(live);
  expect(installationOf(secret, 'postgres://a@one/copy').name).not.toBe(live.name);
});

test('a node that ends says goodbye: its presences go, and the others look in the log', async () => {
  const [a, b] = [await node(), await node()];
  const [inA, inB] = [await follow(a), await follow(b)];
  inA.feed.presence({ whole: true, clock: 1, states: [] });
  await until(() => inB.heard.presences.length > 0);
  const missed = inB.heard.missed;
  await a.fanOut.close();
  await until(() => inB.heard.gone.length > 0);
  expect(inB.heard.gone).toEqual([inB.heard.presences[0]?.node]);
  expect(inB.heard.missed).toBeGreaterThan(missed);
});

test('a listener that throws does not keep the others from hearing', async () => {
  const [a, b] = [await node(), await node()];
  b.fanOut.follow(`${DOC.slice(0, -1)}2`, {
    ...notes().ear,
    committed() {
      throw new Error('a room in trouble');
    },
  });
  const inB = await follow(b);
  const troubled = await follow(a, `${DOC.slice(0, -1)}2`);
  const inA = await follow(a);
  troubled.feed.committed([{ seq: 1, bytes: new Uint8Array(1) }]);
  inA.feed.committed([{ seq: 2, bytes: new Uint8Array(1) }]);
  await until(() => inB.heard.seqs.length > 0);
});

test('a server without Redis tells nobody and is well', async () => {
  const fanOut = alone();
  const { heard, ear } = notes();
  fanOut.follow(DOC, ear).committed([{ seq: 1, bytes: new Uint8Array(1) }]);
  expect(fanOut.ok).toBe(true);
  expect(await fanOut.isFollowedElsewhere(DOC)).toBe(false);
  expect(heard.missed).toBe(0);
  await fanOut.close();
});
