import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { Bus } from '../support/bus.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { actor, byHeader, DOCUMENT, WORKSHOP } from '../support/network.ts';
import { add, cluster } from './cluster.ts';
import { settled, setUp, stored, texts } from './set-up.ts';

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

test('a log that cannot be read just now is asked again, and what comes meanwhile is not lost', async () => {
  const { a, b, cell, settle, bus, store, nets } = await pair();
  bus.cut();
  add(a, 'missed', cell);
  await settle();
  store.failing = new Error('the database is away');
  bus.mend();
  await settle();
  store.failing = null;
  // It builds on what is missed, and comes before the log has been read.
  add(a, 'after it', cell);
  await settle();
  await settled(nets[1], () => texts(b).length === 2);
  expect(texts(b).sort()).toEqual(['after it', 'missed']);
  expect(b.doc.store.pendingStructs).toBeNull();
  expect(b.closedWith).toBeNull();
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
