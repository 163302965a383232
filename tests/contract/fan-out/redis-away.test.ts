import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Codec } from '../../../server/sync/fan-out/codec.ts';
import { overRedis } from '../../../server/sync/fan-out/over-redis.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { until } from '../../support/sockets.ts';
import { DOC, ELSEWHERE, follow, HERE, nodesOn, notes, QUICK } from './nodes.ts';

let redis: TestRedis;
beforeEach(async () => {
  redis = await startRedis();
});
const { node, end } = nodesOn(() => redis.url);
afterEach(async () => {
  await end();
  await redis.close();
});

const quiet = { info() {}, warn() {}, error() {} };

test('while Redis is away rooms look in the log again and again, and orders count as lost; back, all is heard', async () => {
  const [a, b] = [await node(), await node()];
  const [inA, inB] = [await follow(a), await follow(b)];
  await redis.stop();
  await until(() => !a.fanOut.ok && !b.fanOut.ok, 'the outage');
  const [missed, doubts] = [inB.heard.missed, b.doubts()];
  inA.feed.committed([{ seq: 1, bytes: new Uint8Array(1) }]);
  a.fanOut.tell({ type: 'userChanged', userId: 'u1' });
  await until(() => inB.heard.missed > missed + 3 && b.doubts() > doubts + 1);
  // Whom it cannot hear it no longer shows.
  expect(await a.fanOut.isFollowedElsewhere(DOC)).toBe(true);

  await redis.start();
  await until(() => a.fanOut.ok && b.fanOut.ok, 'the return');
  const [after, asked] = [inB.heard.missed, inB.heard.asked];
  inA.feed.committed([{ seq: 2, bytes: new Uint8Array(1) }]);
  await until(() => inB.heard.seqs.length > 0);
  expect(inB.heard.seqs).toEqual([2]);
  expect(after).toBeGreaterThan(missed + 3);
  expect(asked).toBeGreaterThan(0);
});

test('what is followed during the outage is heard after it, and what was left is not', async () => {
  const [a, b] = [await node(), await node()];
  const left = await follow(b, `${DOC.slice(0, -1)}2`);
  await redis.stop();
  await until(() => !a.fanOut.ok && !b.fanOut.ok, 'the outage');
  const { heard, ear } = notes();
  b.fanOut.follow(DOC, ear);
  left.feed.stop();
  await redis.start();
  await until(() => a.fanOut.ok && b.fanOut.ok, 'the return');
  const inA = await follow(a);
  inA.feed.committed([{ seq: 1, bytes: new Uint8Array(1) }]);
  await until(() => heard.seqs.length > 0);
  expect(await a.fanOut.isFollowedElsewhere(`${DOC.slice(0, -1)}2`)).toBe(false);
});

test('a Redis that stands still with open connections is noticed, and its return too', async () => {
  const a = await node();
  const inA = await follow(a);
  redis.freeze();
  await until(() => !a.fanOut.ok, 'noticing');
  const missed = inA.heard.missed;
  await until(() => inA.heard.missed > missed + 2, 'looking in the log');
  redis.thaw();
  await until(() => a.fanOut.ok, 'the return');
});

test('a node that falls silent without a goodbye is gone; as long as the database knows it rooms look in the log again and again', async () => {
  const a = await node();
  const b = await node({ times: { ...QUICK, beat: 60_000, echo: 120_000 } });
  const [inA, inB] = [await follow(a), await follow(b)];
  inB.feed.presence({ whole: true, clock: 1, states: [] });
  await until(() => inA.heard.gone.length > 0, 'the silence');
  expect(inA.heard.gone).toEqual([inA.heard.presences[0]?.node]);
  const [{ missed }, doubts] = [inA.heard, a.doubts()];
  await until(() => inA.heard.missed > missed + 3, 'looking in the log');
  expect(a.doubts()).toBeGreaterThan(doubts);
});

test('servers of one database that do not hear each other say so, and find each other’s edits in the log', async () => {
  const said: string[] = [];
  const logger = { info() {}, error() {}, warn: (message: string) => void said.push(message) };
  const a = await node({ logger, servers: async () => 2 });
  await node({ installation: ELSEWHERE });
  const inA = await follow(a);
  const { missed } = inA.heard;
  await until(() => inA.heard.missed > missed + 3, 'looking in the log');
  await until(() => said.length > 0, 'the warning');
  expect(said).toEqual([expect.stringMatching(/Check that REDIS_URL and AUTH_SECRET are the same/)]);
});

test('messages that are not ours, forged, cut short or of another release are passed over', async () => {
  // Nobody counts the servers: a look in the log can only come from what is said.
  const alone = { servers: async () => 0 };
  const [a, b] = [await node(alone), await node(alone)];
  const [inA, inB] = [await follow(a), await follow(b)];
  const { Redis } = await import('ioredis');
  const stranger = new Redis(redis.url);
  const channels = (await stranger.pubsub('CHANNELS')) as string[];
  expect(channels).toHaveLength(2);
  const of = (version: number, ...rest: number[]) =>
    Buffer.concat([Buffer.from([version]), Buffer.alloc(8, 1), Buffer.from(rest)]);
  /** As a node of ours would, so that only what it says is wrong. */
  const sealed = (body: Buffer) => (channel: string) =>
    Buffer.concat([
      body,
      createHmac('sha256', HERE.key).update(`${channel} `).update(body).digest().subarray(0, 16),
    ]);
  const rows = [{ seq: 1, bytes: new Uint8Array(3) }];
  const forger = (key: Buffer, on?: string) => (channel: string) =>
    new Codec(key).write(on ?? channel, '01'.repeat(8), { kind: 'committed', rows });
  const foreign = [
    Buffer.alloc(0),
    Buffer.from('hello'),
    Buffer.from('{"type":"userChanged","userId":"u1"}'),
    Buffer.alloc(100_000, 255),
    forger(ELSEWHERE.key),
    forger(HERE.key, 'what was said on another channel'),
    sealed(Buffer.alloc(0)),
    sealed(of(2, 2)),
    sealed(of(1, 99)),
    // A row that says it is longer than the message, and a billion rows that are not there.
    sealed(of(1, 1, 1, 5, 200, 1, 7)),
    sealed(of(1, 1, 0x80, 0x80, 0x80, 0x80, 0x04)),
    sealed(of(1, 2, 0)),
    sealed(Buffer.concat([of(1, 3, 1, 1, 1, 5, 2), Buffer.from('{}')])),
    sealed(Buffer.concat([of(1, 7, 2), Buffer.from('{}')])),
  ];
  for (const channel of channels) {
    for (const one of foreign)
      await stranger.publish(channel, typeof one === 'function' ? one(channel) : one);
  }
  stranger.disconnect();
  const missed = inB.heard.missed;
  inA.feed.committed([{ seq: 4, bytes: new Uint8Array(1) }]);
  await until(() => inB.heard.seqs.length > 0);
  expect(inB.heard).toMatchObject({ seqs: [4], presences: [], gone: [], missed });
  expect(b.orders).toEqual([]);
  expect(b.fanOut.ok).toBe(true);
});

test('a server starts without Redis and hears the others once it is there', async () => {
  await redis.stop();
  const a = await node();
  expect(a.fanOut.ok).toBe(false);
  const { heard, ear } = notes();
  a.fanOut.follow(DOC, ear);
  await until(() => heard.missed > 2, 'looking in the log');
  await redis.start();
  await until(() => a.fanOut.ok, 'the arrival');
});

test('a wrong password stops the start with what to do', async () => {
  const closed = await startRedis('--requirepass', 'open sesame');
  const tried = (url: string) =>
    overRedis({ url, installation: HERE, logger: quiet, servers: async () => 1, times: QUICK });
  try {
    await expect(tried(closed.url)).rejects.toThrow(/^Redis at REDIS_URL does not let us in \(NOAUTH/);
    const wrong = closed.url.replace('//', '//:guess@');
    await expect(tried(wrong)).rejects.toThrow(/does not let us in \(WRONGPASS.*Check the user and password/);
    const right = await tried(closed.url.replace('//', `//:${encodeURIComponent('open sesame')}@`));
    expect(right.ok).toBe(true);
    await right.close();
  } finally {
    await closed.close();
  }
});

test('a user with the rights the README names is enough; one who may not publish stops the start', async () => {
  const rights = 'resetchannels &utifran:* +publish +subscribe +unsubscribe +pubsub +ping +info';
  const users = `--user node on >pw ${rights} --user mute on >pw &* +subscribe +info`;
  const guarded = await startRedis(...users.split(' '));
  const as = (user: string) =>
    overRedis({
      url: guarded.url.replace('//', `//${user}:pw@`),
      installation: HERE,
      logger: quiet,
      servers: async () => 1,
      times: QUICK,
    });
  try {
    await expect(as('mute')).rejects.toThrow(
      /does not let us in \(NOPERM.*may publish and subscribe to utifran:\*/,
    );
    const fanOut = await as('node');
    expect(fanOut.ok).toBe(true);
    const { heard, ear } = notes();
    const feed = fanOut.follow(DOC, ear);
    await until(() => heard.missed > 0, 'the channel');
    expect(await fanOut.isFollowedElsewhere(DOC)).toBe(false);
    feed.stop();
    await fanOut.close();
  } finally {
    await guarded.close();
  }
});
