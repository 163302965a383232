import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { addPhase, rename } from '../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { DOCUMENT } from '../support/network.ts';
import { ACTORS, joined, settled, setUp, stored, texts } from './set-up.ts';

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
  await settled(net, () => texts(ada as typeof per).length === 1);
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
  await settled(net, () => !per.storeOk && !ada?.storeOk);
  expect(sync.health().store).toBe('failing');
  expect(per.saved).toBe(false);
  store.failing = null;
  await settled(net, () => per.saved);
  expect(sync.health().store).toBe('ok');
  expect(texts(stored(store))).toEqual(['Kept']);
});

test('whoever has seen an edit brings it back after the server died before the commit', async () => {
  const { net, store, cell } = setUp({ relayPatience: 0 });
  const [per, ada] = await joined(net, 'per', 'ada');
  store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'Survives', cell, authorId: 'per' });
  await settled(net, () => texts(ada as typeof per).length === 1);
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
  // The last edit has not gone out to anybody: it is not durable.
  expect(texts(ada)).toEqual([]);
  addCard(ada.journey, { kind: 'quote', text: 'And more', cell, authorId: 'ada' });
  await net.settle();
  expect(store.loads).toBe(1);
  release();
  await net.settle();
  expect(texts(ada).sort()).toEqual(['And more', 'Hurried']);
  ada.disconnect();
  await settled(net, () => sync.health().rooms === 0);
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
  for (let i = 0; i < 2_400; i += 1) {
    setCardText(per.journey, cardId, `text ${i}`);
    if (i % 80 === 0) {
      await net.settle();
      per.disconnect();
      per.connect();
    }
  }
  await net.settle();
  expect(store.rows.length).toBeLessThan(1_000);
  expect(texts(stored(store))).toEqual(['text 2399']);
  per.disconnect();
  await settled(net, () => sync.health().rooms === 0);
  expect(store.rows).toEqual([]);
  expect(texts(stored(store))).toEqual(['text 2399']);
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
  await settled(net, () => store.folding > 0);
  const [ada] = await joined(net, 'ada');
  const written = store.hold('append');
  addCard(ada.journey, { kind: 'quote', text: 'Late', cell, authorId: 'ada' });
  await net.settle();
  ada.disconnect();
  await new Promise((resolve) => setTimeout(resolve, 1));
  folded();
  await net.settle();
  written();
  await settled(net, () => sync.health().rooms === 0);
  expect(texts(stored(store))).toContain('Late');
});
