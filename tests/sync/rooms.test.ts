import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, removeCards, setCardText } from '../../lib/journey/commands/cards.ts';
import { addPhase, rename } from '../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { syncFrame } from '../../lib/sync/messages.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { actor, byHeader, DOCUMENT, type Network } from '../support/network.ts';
import { ACTORS, setUp } from './set-up.ts';

const until = async (net: Network, condition: () => boolean) => {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it never came about');
    await net.settle();
  }
};

const texts = (client: { journey: Parameters<typeof toJourney>[0] }) =>
  toJourney(client.journey).cards.map((c) => c.text);
const stored = (store: MemoryStore) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, store.states.get(DOCUMENT) as Uint8Array);
  for (const row of store.rows) Y.applyUpdate(doc, row.bytes);
  return { journey: openJourney(doc) };
};

async function joined(net: Network, ...users: string[]) {
  const clients = users.map((user) => net.client(user));
  for (const client of clients) client.connect();
  await net.settle();
  return clients as [ReturnType<Network['client']>, ...ReturnType<Network['client']>[]];
}

test('an edit reaches the others and the store, and its author gets a receipt', async () => {
  const { net, store, cell } = setUp();
  const [per, ada] = await joined(net, 'per', 'ada');
  addCard(per.journey, { kind: 'quote', text: 'Nobody answers', cell, authorId: 'per' });
  expect(per.saved).toBe(false);
  await net.settle();
  expect(texts(ada as typeof per)).toEqual(['Nobody answers']);
  expect(texts(stored(store))).toEqual(['Nobody answers']);
  expect(per.saved).toBe(true);
});

test('no receipt and nothing to the others before the commit', async () => {
  const { net, store, cell } = setUp();
  const [per, ada] = await joined(net, 'per', 'ada');
  const release = store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'Late', cell, authorId: 'per' });
  await net.settle();
  expect(per.saved).toBe(false);
  expect(texts(ada as typeof per)).toEqual([]);
  release();
  await net.settle();
  expect(per.saved).toBe(true);
  expect(texts(ada as typeof per)).toEqual(['Late']);
});

test('a slow store holds up no edit between people who write, but readers and structure wait', async () => {
  const { net, store, cell } = setUp({ relayPatience: 0 });
  const [per, ada, leo, fia] = await joined(net, 'per', 'ada', 'leo', 'fia');
  const release = store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'At once', cell, authorId: 'per' });
  await until(net, () => texts(ada as typeof per).length === 1);
  expect(texts(leo as typeof per)).toEqual([]);
  expect(per.saved).toBe(false);
  addPhase((fia as typeof per).journey, { name: 'After', part: 'after' });
  await net.settle();
  expect(toJourney((ada as typeof per).journey).phases).toHaveLength(1);
  release();
  await net.settle();
  expect(texts(leo as typeof per)).toEqual(['At once']);
  expect(toJourney((ada as typeof per).journey).phases).toHaveLength(2);
});

test('a message that repeats what is not durable yet is not receipted before that is', async () => {
  const { net, store, cell } = setUp();
  const [per] = await joined(net, 'per');
  const release = store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'Twice', cell, authorId: 'per' });
  await net.settle();
  const twin = net.client('per');
  Y.applyUpdate(twin.doc, Y.encodeStateAsUpdate(per.doc));
  twin.connect();
  await net.settle();
  expect(twin.sent).toBeGreaterThan(0);
  expect(twin.saved).toBe(false);
  release();
  await net.settle();
  expect(twin.saved).toBe(true);
});

test('a failing store: not saved, everybody told, nothing lost once it is back', async () => {
  const { net, store, sync, cell } = setUp();
  const [per, ada] = await joined(net, 'per', 'ada');
  store.failing = new Error('the database is away');
  addCard(per.journey, { kind: 'quote', text: 'Kept', cell, authorId: 'per' });
  await until(net, () => !per.storeOk && !ada?.storeOk);
  expect(sync.health().store).toBe('failing');
  expect(per.saved).toBe(false);
  store.failing = null;
  await until(net, () => per.saved);
  expect(sync.health().store).toBe('ok');
  expect(texts(stored(store))).toEqual(['Kept']);
});

test('a refused edit reaches neither the others nor the store, and its words come back', async () => {
  const { net, store, cell } = setUp();
  const [per, ada] = await joined(net, 'per', 'ada');
  addCard(per.journey, { kind: 'quote', text: 'Forged words', cell, authorId: 'ada' });
  await net.settle();
  expect(per.refused).toMatchObject({ code: 'editInvalid', texts: ['Forged words'] });
  expect(per.closedWith).toBe(CLOSE.refused);
  expect(texts(ada as typeof per)).toEqual([]);
  expect(store.rows).toEqual([]);
  per.reopen();
  await net.settle();
  addCard(per.journey, { kind: 'quote', text: 'Own words', cell, authorId: 'per' });
  await net.settle();
  expect(texts(ada as typeof per)).toEqual(['Own words']);
});

test('a reader cannot write, by update or by sync step 2; an empty step 2 is fine', async () => {
  const { net, store, cell } = setUp();
  const [leo] = await joined(net, 'leo');
  expect(leo.saved).toBe(true);
  addCard(leo.journey, { kind: 'quote', text: 'By update', cell, authorId: 'leo' });
  await net.settle();
  expect(leo.refused).toMatchObject({ code: 'mapReadOnly', texts: ['By update'] });
  leo.connect();
  await net.settle();
  expect(leo.refused).toMatchObject({ code: 'mapReadOnly' });
  expect(store.rows).toEqual([]);
});

test('whoever has seen an edit brings it back after the server died before the commit', async () => {
  const { net, store, cell } = setUp({ relayPatience: 0 });
  const [per, ada] = await joined(net, 'per', 'ada');
  store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'Survives', cell, authorId: 'per' });
  await until(net, () => texts(ada as typeof per).length === 1);
  const again = setUp();
  again.store.states.set(DOCUMENT, store.states.get(DOCUMENT) as Uint8Array);
  const survivor = again.net.client('ada');
  Y.applyUpdate(survivor.doc, Y.encodeStateAsUpdate((ada as typeof per).doc));
  survivor.connect();
  await again.net.settle();
  expect(survivor.refused).toBeNull();
  expect(survivor.saved).toBe(true);
  expect(texts(stored(again.store))).toEqual(['Survives']);
});

test('leave and rejoin while the last save is still running: nothing lost, one live copy (F2)', async () => {
  const { net, store, sync, cell } = setUp();
  const [per] = await joined(net, 'per');
  const release = store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'Hurried', cell, authorId: 'per' });
  await net.settle();
  per.disconnect();
  // Timers fire in the order they were set: the room has had its chance to leave.
  await new Promise((resolve) => setTimeout(resolve, 1));
  await net.settle();
  const [ada] = await joined(net, 'ada');
  expect(texts(ada)).toEqual(['Hurried']);
  addCard(ada.journey, { kind: 'quote', text: 'And more', cell, authorId: 'ada' });
  await net.settle();
  expect(store.loads).toBe(1);
  release();
  await net.settle();
  ada.disconnect();
  await until(net, () => sync.health().rooms === 0);
  const [fresh] = await joined(net, 'per');
  expect(texts(fresh).sort()).toEqual(['And more', 'Hurried']);
  expect(store.loads).toBe(2);
});

test('two at once on a slow first open: one load, nobody synced before it ends, nothing doubled (F3)', async () => {
  const { net, store, state } = setUp();
  const release = store.hold('load');
  const [per, ada] = await joined(net, 'per', 'ada');
  expect([per.synced, ada?.synced]).toEqual([false, false]);
  expect(per.doc.store.clients.size).toBe(0);
  release();
  await net.settle();
  expect([per.synced, ada?.synced]).toEqual([true, true]);
  expect(store.loads).toBe(1);
  expect(Y.encodeStateAsUpdate(per.doc)).toEqual(state);
});

test('a room that cannot be loaded is tried anew by the next to come', async () => {
  const { net, store } = setUp();
  store.failing = new Error('away');
  const [per] = await joined(net, 'per');
  expect(per.closedWith).toBe(CLOSE.unavailable);
  store.failing = null;
  per.connect();
  await net.settle();
  expect(per.synced).toBe(true);
});

test('unknown document, nobody signed in, no role: 4404, 4401, 4403 and not a byte of the document', async () => {
  const { net } = setUp(byHeader([...ACTORS, actor('ole', null)]));
  const [per, stranger, ole] = ['per', 'nobody', 'ole'].map((user) => net.client(user)) as [
    ReturnType<Network['client']>,
    ReturnType<Network['client']>,
    ReturnType<Network['client']>,
  ];
  per.connect('journey:00000000-0000-4000-8000-000000000000');
  stranger.connect();
  ole.connect();
  await net.settle();
  expect([per.closedWith, stranger.closedWith, ole.closedWith]).toEqual([4404, 4401, 4403]);
  expect(stranger.doc.store.clients.size + ole.doc.store.clients.size).toBe(0);
  const odd = net.client('per');
  odd.connect('../../etc');
  await net.settle();
  expect(odd.closedWith).toBe(4404);
});

test('an update with something missing before it is asked for, and taken whole', async () => {
  const { net, store, cell } = setUp();
  const [per, ada] = await joined(net, 'per', 'ada');
  const updates: Uint8Array[] = [];
  const author = net.client('per');
  Y.applyUpdate(author.doc, Y.encodeStateAsUpdate(per.doc), 'server');
  author.doc.on('update', (u: Uint8Array) => updates.push(u));
  addCard(author.journey, { kind: 'quote', text: 'First', cell, authorId: 'per' });
  addCard(author.journey, { kind: 'quote', text: 'Second', cell, authorId: 'per' });
  // The doc of `per` has both, but only the second goes over the line.
  for (const update of updates) Y.applyUpdate(per.doc, update, 'server');
  per.push(syncFrame('update', updates[1] as Uint8Array));
  await net.settle();
  expect(per.closedWith).toBeNull();
  expect(texts(ada as typeof per)).toEqual(['First', 'Second']);
  expect(texts(stored(store))).toEqual(['First', 'Second']);
});

test('a client that cannot fill its gap is closed, and nothing of it stays', async () => {
  const { net, store } = setUp();
  const [per] = await joined(net, 'per');
  const j = openJourney(new Y.Doc());
  const updates: Uint8Array[] = [];
  j.doc.on('update', (u: Uint8Array) => updates.push(u));
  addPhase(j, { name: 'a', part: 'before' });
  addPhase(j, { name: 'b', part: 'before' });
  for (let i = 0; i < 200; i += 1) per.push(syncFrame('update', updates[1] as Uint8Array));
  await net.settle();
  expect(per.closedWith).toBe(CLOSE.malformed);
  expect(store.rows).toEqual([]);
});

test("undo brings another's removed card back; nobody else can remake it in that name", async () => {
  const { net, cell } = setUp();
  const [per, ada] = await joined(net, 'per', 'ada');
  const cardId = addCard(per.journey, { kind: 'quote', text: 'Mine', cell, authorId: 'per' });
  await net.settle();
  const theirs = (ada as typeof per).journey;
  const undo = new Y.UndoManager([theirs.cards], { trackedOrigins: new Set([theirs.origin]) });
  removeCards(theirs, [cardId]);
  await net.settle();
  expect(texts(per)).toEqual([]);
  undo.undo();
  await net.settle();
  expect(ada?.refused).toBeNull();
  expect(texts(per)).toEqual(['Mine']);
});

test('a changed right closes the sockets concerned, and only those', async () => {
  const { net, sync } = setUp();
  const [per, ada] = await joined(net, 'per', 'ada');
  sync.rooms.rightsChanged(ACTORS[0]?.workshopId as string, 'per');
  await net.settle();
  expect(per.closedWith).toBe(CLOSE.rightsChanged);
  expect(ada?.closedWith).toBeNull();
  sync.rooms.userChanged('ada');
  await net.settle();
  expect(ada?.closedWith).toBe(CLOSE.rightsChanged);
});

test('a long log is folded into the state, row by row what it covers, while people write', async () => {
  const { net, store, sync, cell } = setUp();
  const [per] = await joined(net, 'per');
  const cardId = addCard(per.journey, { kind: 'quote', text: '', cell, authorId: 'per' });
  for (let i = 0; i < 1_200; i += 1) {
    setCardText(per.journey, cardId, `text ${i}`);
    if (i % 80 === 0) {
      await net.settle();
      per.disconnect();
      per.connect();
    }
  }
  await net.settle();
  expect(store.rows.length).toBeLessThan(700);
  expect(texts(stored(store))).toEqual(['text 1199']);
  per.disconnect();
  await until(net, () => sync.health().rooms === 0);
  expect(store.rows).toEqual([]);
  expect(texts(stored(store))).toEqual(['text 1199']);
});

test('a service reads what is accepted, live or from the store, and only what is durable', async () => {
  const { net, store, sync, cell } = setUp({ readPatience: 50 });
  const read = async () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await sync.rooms.read(DOCUMENT));
    return texts({ journey: openJourney(doc) });
  };
  expect(await read()).toEqual([]);
  const [per] = await joined(net, 'per');
  addCard(per.journey, { kind: 'quote', text: 'Read me', cell, authorId: 'per' });
  await net.settle();
  expect(await read()).toEqual(['Read me']);
  const release = store.hold('append');
  rename(per.journey, 'phases', 'none', 'x');
  addCard(per.journey, { kind: 'quote', text: 'Not yet', cell, authorId: 'per' });
  await net.settle();
  await expect(read()).rejects.toMatchObject({ code: 'roomUnavailable' });
  release();
  await net.settle();
  expect(await read()).toEqual(['Read me', 'Not yet']);
  await expect(sync.rooms.read('journey:00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
    code: 'workshopNotFound',
  });
});

test('shutting down sends everybody away and waits for the last write', async () => {
  const { net, store, sync, cell } = setUp();
  const [per] = await joined(net, 'per');
  const release = store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'Last', cell, authorId: 'per' });
  await net.settle();
  const closed = sync.close(10_000);
  release();
  await closed;
  await net.settle();
  expect(per.closedWith).toBe(CLOSE.goingAway);
  expect(texts(stored(store))).toEqual(['Last']);
});

test('a room somebody wrote in and left while it was being folded leaves memory all the same', async () => {
  const { net, store, sync, cell } = setUp();
  const [per] = await joined(net, 'per');
  for (let i = 0; i < 30; i += 1) {
    addCard(per.journey, { kind: 'quote', text: `card ${i}`, cell, authorId: 'per' });
  }
  await net.settle();
  const folded = store.hold('compact');
  per.disconnect();
  await until(net, () => store.folding > 0);
  const [ada] = await joined(net, 'ada');
  const written = store.hold('append');
  addCard(ada.journey, { kind: 'quote', text: 'Late', cell, authorId: 'ada' });
  await net.settle();
  ada.disconnect();
  await new Promise((resolve) => setTimeout(resolve, 1));
  folded();
  await net.settle();
  written();
  await until(net, () => sync.health().rooms === 0);
  expect(texts(stored(store))).toContain('Late');
});

test('an edit that breaks the judge itself is refused, and nothing of it stays behind', async () => {
  const { net, store, cell } = setUp({
    checkDrawing: () => {
      throw new Error('a fault of ours');
    },
  });
  const [per, ada] = await joined(net, 'per', 'ada');
  per.journey.drawing.set('shape:one', new Y.Map(Object.entries({ typeName: 'shape' })));
  await net.settle();
  expect(per.refused).toMatchObject({ code: 'editInvalid' });
  // Its next edit builds on the one that was not taken.
  per.connect();
  addCard(per.journey, { kind: 'quote', text: 'On top of it', cell, authorId: 'per' });
  await net.settle();
  addCard((ada as typeof per).journey, { kind: 'quote', text: 'Honest', cell, authorId: 'ada' });
  await net.settle();
  expect(texts(stored(store))).toEqual(['Honest']);
  expect(stored(store).journey.drawing.size).toBe(0);
  expect((ada as typeof per).doc.store.pendingStructs).toBeNull();
});

test('whoever sends what is not taken again and again is sent away before it is tried; the others work on', async () => {
  const { net, store, cell } = setUp({ faults: { perSecond: 0, burst: 3 } });
  const [ada] = await joined(net, 'ada');
  const per = net.client('per');
  const codes: (number | null)[] = [];
  for (let i = 0; i < 5; i += 1) {
    per.reopen();
    await net.settle();
    addCard(per.journey, { kind: 'quote', text: 'Forged', cell, authorId: 'ada' });
    await net.settle();
    codes.push(per.closedWith);
  }
  expect(codes).toEqual([CLOSE.refused, CLOSE.refused, CLOSE.refused, CLOSE.tooMany, CLOSE.tooMany]);
  addCard(ada.journey, { kind: 'quote', text: 'Honest', cell, authorId: 'ada' });
  await net.settle();
  expect(texts(stored(store))).toEqual(['Honest']);
});
