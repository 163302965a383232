import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Database, openDatabase } from '../../lib/db/open.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../lib/journey/document.ts';
import { type JourneySession, openSession } from '../../lib/sync/client/index.ts';
import { journeyDocument } from '../../lib/sync/protocol.ts';
import { documentStore, type StoredDocument } from '../../server/sync/store.ts';
import { balanced, startNodes, submitForm, type TestNodes } from '../support/nodes.ts';
import { postgresMissing } from '../support/postgres.ts';
import { launchServer, type RunningServer } from '../support/process.ts';
import { type Client, GUESTS_W, ProfileW, type Seat, seatsAt } from '../support/profile-w.ts';
import { until } from '../support/sockets.ts';

/** Seats of profile W that edit and speak our protocol. */
const WRITERS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const missing = postgresMissing();
describe.skipIf(missing)(`two nodes${missing ? ` (not run: ${missing})` : ''}`, () => {
  let cluster: TestNodes;
  let database: Database;
  beforeAll(async () => {
    cluster = await startNodes(2, GUESTS_W);
    database = await openDatabase({ dataDir: '', databaseUrl: cluster.databaseUrl });
  });
  afterAll(async () => {
    await database?.close();
    await cluster?.close();
  });

  const node = (i: number) => cluster.nodes[i] as RunningServer;
  /** The people of profile W, every other one at each node, or wherever `place` says by then. */
  function seats(place: (seat: number) => number = (seat) => seat % 2): Seat[] {
    return seatsAt(node(0).url, cluster.furnished).map((seat, i) => ({
      ...seat,
      WebSocket: balanced(cluster.furnished.people[i]?.cookie ?? '', () => node(place(i))),
    }));
  }
  function session(seat: number, at: number): JourneySession {
    const { userId, document, url, WebSocket } = seats(() => at)[seat] as Seat;
    return openSession({ url, document, user: { id: userId, name: 'x' }, readOnly: seat > 9, WebSocket });
  }
  const agreed = ({ clients }: ProfileW) => {
    const [one, ...others] = clients
      .filter((client) => !client.left)
      .map(({ journey }) => toJourney(journey));
    return others.every((other) => JSON.stringify(other) === JSON.stringify(one));
  };
  async function load(): Promise<StoredDocument> {
    const held = await documentStore(database.db).load(journeyDocument(cluster.furnished.workshopId));
    if (!held) throw new Error('the document is gone');
    return held;
  }
  async function stored(): Promise<JourneyDoc> {
    const { state, tail } = await load();
    const doc = new Y.Doc();
    for (const bytes of [state, ...tail.map((row) => row.bytes)]) Y.applyUpdate(doc, bytes);
    return openJourney(doc);
  }
  const health = async () => {
    const answer = await fetch(`${node(0).url}/api/health`);
    return [answer.status, (await answer.json()).status];
  };
  const generation = async () => (await load()).generation;
  async function folded(since: number): Promise<void> {
    for (const end = Date.now() + 40_000; (await generation()) === since; ) {
      if (Date.now() > end) throw new Error('the log was never folded');
    }
  }

  test('people on both work on one map and see each other point; the database holds what they see', async () => {
    const profile = await ProfileW.open(seats(), { rate: 20, seed: 1 });
    profile.start();
    await until(() => profile.edits.length >= 100, 'a hundred edits', 30_000);
    profile.stop();
    await until(() => profile.allSaved && agreed(profile), 'all of it everywhere', 10_000);
    expect(profile.refusals).toEqual([]);
    expect(profile.lost(await stored())).toEqual([]);

    const [here, there] = [session(2, 0), session(3, 1)];
    await Promise.all([here.ready, there.ready]);
    here.awareness.setLocalStateField('cursor', { x: 7, y: 8 });
    const seen = () => there.awareness.getStates().get(here.doc.clientID);
    await until(() => seen()?.cursor?.x === 7, 'the pointer of the other node');
    expect(seen()?.user).toMatchObject({ id: cluster.furnished.people[2]?.userId, role: 'participant' });
    here.destroy();
    await until(() => seen() === undefined, 'its leaving');
    there.destroy();
    profile.close();
  });

  test('a role that is changed at one node reaches the sockets at the other within ten seconds', async () => {
    const { people, workshopId } = cluster.furnished;
    const [facilitator, , person] = people as [(typeof people)[0], unknown, (typeof people)[0]];
    /** A socket of that person at the other node, and the code it is closed with. */
    const connect = async () => {
      const { url, document, WebSocket } = seats(() => 1)[2] as Seat;
      const ws = new WebSocket(`${url}/${document}`);
      const closed = new Promise<number>((resolve) => {
        ws.onclose = ({ code }) => resolve(code);
      });
      await new Promise((resolve) => {
        ws.onmessage = resolve;
      });
      return { closed };
    };
    const page = `${node(0).url}/workshops/${workshopId}/settings`;
    for (const role of ['leader', 'participant']) {
      const { closed } = await connect();
      const begin = performance.now();
      expect((await submitForm(page, facilitator.cookie, person.userId, { role })).status).toBeLessThan(400);
      expect(await closed).toBe(4503);
      expect(performance.now() - begin).toBeLessThan(10_000);
    }
  });

  test('a node that is killed in the middle loses nothing that was shown as saved; its people go on at the other', async () => {
    let living = [0, 1];
    const profile = await ProfileW.open(
      seats((seat) => living[seat % living.length] as number),
      { rate: 30, seed: 2 },
    );
    profile.start();
    await until(() => profile.saved.length >= 60, 'some saved edits', 30_000);
    living = [1];
    node(0).signal('SIGKILL');
    await node(0).exited;
    const savedBefore = profile.saved;
    const madeBefore = profile.edits.length;
    expect(profile.lost(await stored(), savedBefore)).toEqual([]);
    await until(() => profile.edits.length >= madeBefore + 60, 'edits after it', 30_000);
    profile.stop();
    await until(() => profile.allSaved && agreed(profile), 'everything saved at the other', 40_000);
    expect(profile.lost(await stored())).toEqual([]);
    // Also those whose clients are gone for good.
    profile.close();
    await cluster.start(0);
    const [late, other] = [session(10, 0), session(11, 1)];
    await Promise.all([late.ready, other.ready]);
    expect(profile.lost(late.journey)).toEqual([]);
    expect(toJourney(late.journey)).toEqual(toJourney(other.journey));
    late.destroy();
    other.destroy();
  });

  test('each node is restarted in turn while people work: nothing is lost, and nobody is refused', async () => {
    let living = [0, 1];
    const profile = await ProfileW.open(
      seats((seat) => living[seat % living.length] as number),
      { rate: 20, seed: 5 },
    );
    profile.start();
    for (const place of [0, 1]) {
      const made = profile.edits.length;
      await until(() => profile.edits.length >= made + 40, 'edits', 30_000);
      living = [1 - place];
      expect(await node(place).stop()).toBe(0);
      await cluster.start(place);
      living = [0, 1];
    }
    profile.stop();
    await until(() => profile.allSaved && agreed(profile), 'all of it everywhere', 40_000);
    expect(profile.refusals).toEqual([]);
    expect(profile.lost(await stored())).toEqual([]);
    profile.close();
  });

  test('while Redis is away edits are saved and reach the other node within seconds; when it is back, at once', async () => {
    const profile = await ProfileW.open(seats(), { rate: 20, seed: 3 });
    profile.start();
    await until(() => profile.saved.length >= 20, 'some saved edits', 30_000);
    expect(await health()).toEqual([200, 'ok']);
    await cluster.redis.stop();
    const before = profile.saved.length;
    await until(() => profile.saved.length >= before + 60, 'edits saved without Redis', 30_000);
    profile.stop();
    await until(() => profile.allSaved, 'all saved without Redis', 10_000);
    await until(() => agreed(profile), 'all of it everywhere, by the log', 10_000);
    expect(await health()).toEqual([200, 'degraded']);

    await cluster.redis.start();
    const [here, there] = [session(2, 0), session(3, 1)];
    await Promise.all([here.ready, there.ready]);
    here.awareness.setLocalStateField('cursor', { x: 9, y: 9 });
    await until(
      () => there.awareness.getStates().get(here.doc.clientID)?.cursor?.x === 9,
      'the pointer of the other node',
      15_000,
    );
    for (const seat of WRITERS) profile.editAt(seat);
    await until(() => profile.allSaved && agreed(profile), 'all of it everywhere again', 10_000);
    expect(profile.refusals).toEqual([]);
    for (const one of [here, there]) one.destroy();
    profile.close();
  });

  test('each node folds the log once its people have left, beside the other’s who work on; what is loaded then is what they saw', async () => {
    const profile = await ProfileW.open(seats(), { rate: 20, seed: 4 });
    const before = await generation();
    profile.start();
    await until(() => profile.saved.length >= 60, 'saved edits', 30_000);
    profile.leave([0, 2, 4, 6, 8, 10]);
    // A room folds its log some seconds after the last one has left it.
    await folded(before);
    const made = profile.edits.length;
    await until(() => profile.edits.length >= made + 60, 'more edits than are left alone', 30_000);
    profile.stop();
    await until(() => profile.allSaved, 'all of it saved', 10_000);
    const [between, last] = [await generation(), toJourney((profile.clients[1] as Client).journey)];
    profile.close();
    await folded(between);
    expect(toJourney(await stored())).toEqual(last);
    for (const [seat, at] of [
      [10, 0],
      [11, 1],
    ] as const) {
      const late = session(seat, at);
      await late.ready;
      expect(toJourney(late.journey)).toEqual(last);
      late.destroy();
    }
  });

  test('a server without REDIS_URL is refused beside them, and they beside it; each says what to do', async () => {
    const { REDIS_URL: _, ...alone } = cluster.environment;
    const lone = launchServer(alone);
    expect(await lone.exited).toBe(1);
    expect(lone.output()).toMatch(/work together over Redis .*Set the same REDIS_URL and AUTH_SECRET/);
    expect(await node(0).stop()).toBe(0);
    expect(await node(1).stop()).toBe(0);
    const first = launchServer(alone);
    await first.says(/is ready on/);
    const joining = launchServer(cluster.environment);
    expect(await joining.exited).toBe(1);
    expect(joining.output()).toMatch(/a server without REDIS_URL, which works alone/);
    first.signal('SIGTERM');
    expect(await first.exited).toBe(0);
  });
});
