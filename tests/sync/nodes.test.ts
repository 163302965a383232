import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, moveCards, removeCards, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { Bus } from '../support/bus.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { actor, byHeader, DOCUMENT, Network, type TestClient, WORKSHOP } from '../support/network.ts';
import { type Random, random } from '../support/random.ts';
import { setUp, stored, texts } from './set-up.ts';

/** Nodes on one store whose messages to each other move only when told. */
function cluster(...names: string[]) {
  const store = new MemoryStore();
  const bus = new Bus();
  const start = (name: string) => setUp({ store, fanOut: bus.node(name), relayPatience: 20 });
  const made = names.map(start);
  const { cell } = made[0] as (typeof made)[0];
  const nets = made.map(({ net }) => net);
  /** Everything that is under way arrives. */
  async function settle(all: readonly Network[] = nets): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      for (const net of all) await net.settle();
      while (bus.step()) quiet = -1;
    }
  }
  return { store, bus, start, made, nets: nets as [Network, Network, ...Network[]], cell, settle };
}

const add = (client: TestClient, text: string, cell: { touchpointId: string; laneId: string }) =>
  addCard(client.journey, { kind: 'quote', text, cell, authorId: client.userId });

async function pair() {
  const made = cluster('a', 'b');
  const [a, b] = [made.nets[0].client('per'), made.nets[1].client('ada')];
  a.connect();
  b.connect();
  await made.settle();
  return { ...made, a, b };
}

test('people on two nodes see each other’s edits, and each is told what is saved by its own', async () => {
  const { a, b, cell, settle, store } = await pair();
  add(a, 'from a', cell);
  add(b, 'from b', cell);
  await settle();
  expect(texts(a).sort()).toEqual(['from a', 'from b']);
  expect(texts(b).sort()).toEqual(['from a', 'from b']);
  expect([a.saved, b.saved]).toEqual([true, true]);
  expect(texts(stored(store)).sort()).toEqual(['from a', 'from b']);
});

test('an edit that was sent while a room was loading is there when the room is', async () => {
  const { a, nets, cell, settle, store, bus } = await pair();
  nets[1].clients[0]?.disconnect();
  await settle();
  const release = store.hold('load');
  const late = nets[1].client('ada');
  late.connect();
  await nets[1].idle();
  add(a, 'meanwhile', cell);
  await nets[0].settle();
  while (bus.step());
  add(a, 'and then', cell);
  release();
  await settle();
  expect(texts(late).sort()).toEqual(['and then', 'meanwhile']);
});

test('an update that arrives before its forerunner waits for it, and nobody is closed', async () => {
  const { a, b, cell, settle, bus, nets, store } = await pair();
  bus.cut();
  add(a, 'one', cell);
  await nets[0].settle();
  expect(texts(b)).toEqual([]);
  bus.mend();
  // The log is asked, and the next update, which builds on what is lacking, comes before the answer.
  const id = add(a, 'two', cell);
  setCardText(a.journey, id, 'two words');
  await nets[0].settle();
  add(b, 'an edit of ours', cell);
  await settle();
  for (const client of [a, b]) {
    expect(texts(client).sort()).toEqual(['an edit of ours', 'one', 'two words']);
    expect(client.closedWith).toBeNull();
    expect(client.doc.store.pendingStructs).toBeNull();
  }
  expect(texts(stored(store)).sort()).toEqual(['an edit of ours', 'one', 'two words']);
});

test('while nothing passes between the nodes edits are saved, and the log brings them to the others', async () => {
  const { a, b, cell, settle, bus } = await pair();
  bus.cut();
  add(a, 'into the log', cell);
  await settle();
  expect(a.saved).toBe(true);
  expect(texts(b)).toEqual([]);
  bus.look();
  await settle();
  expect(texts(b)).toEqual(['into the log']);
});

test('a node dies with its last message unsent: its edits are in the log, its clients go on at the other', async () => {
  const { a, b, cell, settle, bus, made, nets, store } = await pair();
  add(a, 'receipted', cell);
  await nets[0].settle();
  expect(a.saved).toBe(true);
  bus.kill('a');
  a.disconnect();
  store.forgetPending();
  await made[0]?.sync.close(0);
  await settle([nets[1]]);
  expect(texts(b)).toEqual(['receipted']);
  add(a, 'while on the way', cell);
  a.moveTo(made[1]?.sync as never);
  nets[1].clients.push(a);
  a.connect();
  await settle([nets[1]]);
  expect(texts(b).sort()).toEqual(['receipted', 'while on the way']);
  expect(a.saved).toBe(true);
});

test('a long log is folded by one node; the other takes that over without reading the document anew', async () => {
  const { a, b, cell, settle, store, nets } = await pair();
  const cards = [add(a, 'by a', cell), add(b, 'by b', cell)];
  await settle();
  for (let i = 0; i < 2_600; i += 1) {
    const valence = (i % 5) - 2;
    for (const [n, client] of [a, b].entries())
      if (i % 2 === n) setCard(client.journey, cards[n] as string, { valence });
    if (i % 200 !== 199) continue;
    await settle();
    // Nobody types as fast as this: each connection stays within its limits.
    for (const client of [a, b]) {
      client.disconnect();
      client.connect();
    }
    await settle();
  }
  await settle();
  expect(store.versions.get(DOCUMENT)?.generation).toBe(1);
  expect(store.rows.length).toBeLessThan(700);
  for (const net of nets) net.client('fia').connect();
  await settle();
  const held = toJourney(stored(store).journey);
  for (const { clients } of nets)
    for (const client of clients) expect(toJourney(client.journey)).toEqual(held);
});

test('a node that did not hear of a compaction reads what it lacks, and sends on only that', async () => {
  const { a, b, cell, settle, bus, store, nets } = await pair();
  for (let i = 0; i < 30; i += 1) add(a, `${i}`, cell);
  await settle();
  bus.cut();
  add(a, 'unheard', cell);
  await settle();
  // The room empties on its node, which folds the log.
  a.disconnect();
  while (store.rows.length > 0) await nets[0].idle();
  const before = Y.encodeStateVector(b.doc);
  const received: number[] = [];
  b.doc.on('update', (update: Uint8Array) => received.push(update.length));
  bus.look();
  await settle();
  expect(texts(b)).toContain('unheard');
  expect(Math.max(...received)).toBeLessThan(Y.encodeStateAsUpdate(b.doc, before).length * 2 + 200);
  add(b, 'goes on', cell);
  await settle();
  expect(b.saved).toBe(true);
  expect(texts(stored(store))).toHaveLength(32);
});

test('a right that changes, a person who signs out and a notice reach the sockets of every node', async () => {
  const { a, b, settle, made } = await pair();
  const rooms = made[0]?.sync.rooms;
  rooms?.rightsChanged(DOCUMENT.slice('journey:'.length), 'ada');
  await settle();
  expect([a.closedWith, b.closedWith]).toEqual([null, 4503]);
  b.connect();
  await settle();
  rooms?.userChanged('ada');
  await settle();
  expect(b.closedWith).toBe(4503);
});

test('an order that was lost reaches sockets when the nodes hear each other again: they are authorised anew', async () => {
  const people = [actor('per', 'participant'), actor('ada', 'participant')];
  const store = new MemoryStore();
  const bus = new Bus();
  const [one, other] = ['a', 'b'].map((name) =>
    setUp({ store, fanOut: bus.node(name), ...byHeader(people) }),
  );
  const clients = [other?.net.client('per'), other?.net.client('ada')];
  for (const client of clients) client?.connect();
  await other?.net.settle();
  bus.cut();
  people[1] = actor('ada', 'leader');
  one?.sync.rooms.rightsChanged(WORKSHOP, 'ada');
  await other?.net.settle();
  expect(clients.map((client) => client?.closedWith)).toEqual([null, null]);
  bus.mend();
  await other?.net.settle();
  expect(clients.map((client) => client?.closedWith)).toEqual([null, 4503]);
});

test('what a service reads on one node has in it what the others have stored', async () => {
  const { a, b, cell, nets, made, bus } = await pair();
  bus.cut();
  add(a, 'not heard of yet', cell);
  await nets[0].settle();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await made[1]?.sync.rooms.read(DOCUMENT)) as Uint8Array);
  expect(toJourney(openJourney(doc)).cards.map((card) => card.text)).toEqual(['not heard of yet']);
  expect(b.closedWith).toBeNull();
});

test('a document that was written anew by another node sends its people away to load it', async () => {
  const { b, settle, bus, store } = await pair();
  const state = store.states.get(DOCUMENT) as Uint8Array;
  const at = { epoch: 1, generation: 0 };
  expect(await store.renew(DOCUMENT, at, { state, genesis: 1, past: state }, [])).toBe(true);
  bus.look();
  await settle();
  expect(b.closedWith).toBe(4513);
});

/** One thing somebody does on the map. */
function act(r: Random, client: TestClient, cell: { touchpointId: string; laneId: string }): void {
  const j = client.journey;
  const { cards } = toJourney(j);
  const card = cards.length > 0 ? r.of(cards).id : '';
  const kind = r.below(5);
  if (kind < 2 || card === '') add(client, `t${r.below(99)}`, cell);
  else if (kind === 2) setCardText(j, card, `${j.cards.get(card)?.get('text')}${r.below(9)}`);
  else if (kind === 3) moveCards(j, [card], r.chance(0.3) ? null : cell, r.below(3));
  else removeCards(j, [card]);
}

/** Three people on two nodes; messages late, lost, nodes that die, rooms that empty; then everything heals. */
async function history(seed: number): Promise<void> {
  const r = random(seed);
  const { bus, made, cell, store, start, settle } = cluster('a0', 'b0');
  const nodes = made.map(({ sync }, i) => ({ name: `${'ab'[i]}0`, sync }));
  const clients = ['fia', 'per', 'ada'].map((userId) => new Network(r.of(nodes).sync).client(userId));
  const at = new Map(clients.map((client) => [client, r.of(nodes)]));
  for (const client of clients) client.moveTo((at.get(client) as (typeof nodes)[0]).sync);
  for (let step = 0; step < 200; step += 1) {
    const client = r.of(clients);
    const what = r.below(24);
    if (what < 8 && client.synced) act(r, client, cell);
    else if (what < 14) {
      for (let n = r.below(8); n > 0; n -= 1) client.step(r.chance(0.5) ? 'up' : 'down');
      await new Promise(setImmediate);
    } else if (what < 18) {
      for (let n = r.below(5); n > 0; n -= 1) bus.step((choices) => r.below(choices));
      await new Promise(setImmediate);
    } else if (what < 20) {
      if (client.connected) client.disconnect();
      else {
        // Wherever the balancer sends it.
        const node = r.of(nodes);
        at.set(client, node);
        client.moveTo(node.sync);
        client.connect();
      }
    } else if (what === 20) {
      bus.cut();
      if (r.chance(0.7)) bus.mend();
    } else if (what === 21) bus.look();
    else if (what === 22 && r.chance(0.3)) {
      const i = r.below(nodes.length);
      const dead = nodes[i] as (typeof nodes)[0];
      for (const c of clients) if (at.get(c) === dead) c.disconnect();
      bus.kill(dead.name);
      const closing = dead.sync.close(0);
      const name = `${dead.name[0]}${step + 1}`;
      nodes[i] = { name, sync: start(name).sync };
      await closing;
    } else await new Promise(setImmediate);
  }
  bus.mend();
  const nets = clients.map((client) => {
    client.disconnect();
    const node = nodes.find((one) => one === at.get(client)) ?? r.of(nodes);
    client.moveTo(node.sync);
    client.connect();
    const net = new Network(node.sync);
    net.clients.push(client);
    return net;
  });
  await settle(nets);
  bus.look();
  await settle(nets);
  const held = stored(store).journey;
  for (const client of clients) {
    expect(client.refused).toBeNull();
    expect(client.saved).toBe(true);
    expect(client.doc.store.pendingStructs).toBeNull();
    expect(Y.encodeStateVector(client.doc)).toEqual(Y.encodeStateVector(held.doc));
    expect(toJourney(client.journey)).toEqual(toJourney(held));
  }
  for (const { sync } of nodes) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await sync.rooms.read(DOCUMENT));
    expect(toJourney(openJourney(doc))).toEqual(toJourney(held));
    await sync.close(1_000);
  }
}

test.each([0, 50, 100, 150])(
  'random histories on two nodes with seeds from %i on: all agree',
  async (from) => {
    for (let seed = from; seed < from + 50; seed += 1) {
      await history(seed).catch((cause) => {
        throw new Error(`seed ${seed}`, { cause });
      });
    }
  },
);
