import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, removeCards } from '../../lib/journey/commands/cards.ts';
import { addPhase } from '../../lib/journey/commands/structure.ts';
import { openJourney } from '../../lib/journey/document.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { syncFrame } from '../../lib/sync/messages.ts';
import { actor, byHeader, type Network } from '../support/network.ts';
import { ACTORS, joined, setUp, stored, texts } from './set-up.ts';

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
  expect(per.closedWith).toBe(CLOSE.gap);
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
