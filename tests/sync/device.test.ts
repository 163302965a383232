import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import type { Lost } from '../../lib/journey/merge/index.ts';
import { Device, forgetDevice } from '../../lib/sync/client/device/index.ts';
import { until } from '../support/sockets.ts';
import { seed } from './set-up.ts';

const DOCUMENT = 'journey:one';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A tab with the document open, as the device has kept it. */
async function tab(userId = 'per') {
  const doc = new Y.Doc();
  const journey = openJourney(doc, 'me');
  let failures = 0;
  const device = (await Device.open(DOCUMENT, userId, doc, () => {
    failures += 1;
  })) as Device;
  return {
    doc,
    journey,
    device,
    failures: () => failures,
    write: (text: string) => addCard(journey, { kind: 'quote', text, cell: null, authorId: userId }),
    texts: () =>
      toJourney(journey)
        .cards.map((c) => c.text)
        .sort(),
    /** Everything asked of the store so far has been done: transactions run in order. */
    async close() {
      device.close();
      await (await tabless()).done();
    },
  };
}

/** Waits its turn behind every transaction there is. */
async function tabless() {
  const next = (await Device.open(DOCUMENT, 'per', new Y.Doc())) as Device;
  return { device: next, done: async () => next.close() };
}

async function stored(): Promise<{ updates: Uint8Array[]; custom: Map<unknown, unknown> }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`utifran:${DOCUMENT}:per`);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const read = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const tx = db.transaction(['updates', 'custom']);
  const updates = await read(tx.objectStore('updates').getAll());
  const keys = await read(tx.objectStore('custom').getAllKeys());
  const values = await read(tx.objectStore('custom').getAll());
  db.close();
  return { updates, custom: new Map(keys.map((key, i) => [key, values[i]])) };
}

test('a fresh device has nothing; what is written is there when it is opened again', async () => {
  const first = await tab();
  expect(first.device).toMatchObject({ loaded: false, unsaved: false, epoch: 1, asides: [], lost: [] });
  Y.applyUpdate(first.doc, seed().state);
  first.device.markWhole();
  first.write('Kept');
  await first.close();
  const again = await tab();
  expect(again.device.loaded).toBe(true);
  expect(again.texts()).toEqual(['Kept']);
  await again.close();
});

test('the mark of unsaved edits stays until it is taken away, and says since when', async () => {
  const first = await tab();
  first.device.markUnsaved(true, Y.encodeStateVector(first.doc));
  first.write('Not saved');
  await first.close();
  expect((await stored()).custom.get('unsaved')).toEqual(Y.encodeStateVector(new Y.Doc()));
  const again = await tab();
  expect(again.device.unsaved).toBe(true);
  again.device.markUnsaved(false);
  await again.close();
  expect((await tab()).device.unsaved).toBe(false);
});

test('a tab without unsaved edits does not take another tab’s mark away', async () => {
  const [one, two] = [await tab(), await tab()];
  one.device.markUnsaved(true);
  one.write('Of one');
  two.device.markUnsaved(false);
  await one.close();
  await two.close();
  expect((await tab()).device.unsaved).toBe(true);
});

test('six hundred edits are kept as few updates, and all of them', async () => {
  const first = await tab();
  const id = first.write('0');
  for (let i = 1; i <= 600; i += 1) setCardText(first.journey, id, String(i));
  await first.close();
  expect((await stored()).updates.length).toBeLessThan(120);
  expect((await tab()).texts()).toEqual(['600']);
});

test('two tabs write beside each other while the store is folded: nothing of either is missing', async () => {
  const [one, two] = [await tab(), await tab()];
  for (let i = 0; i < 520; i += 1) (i % 3 ? one : two).write(`${i % 3 ? 'one' : 'two'} ${i}`);
  await one.close();
  await two.close();
  expect((await tab()).texts()).toHaveLength(520);
});

test('forgotten: everything is gone, also for a document that is not open', async () => {
  const first = await tab();
  first.write('Gone');
  first.device.markWhole();
  await first.device.clear();
  expect((await tab()).texts()).toEqual([]);
  const next = await tab();
  next.write('Gone too');
  await next.close();
  await forgetDevice(DOCUMENT, 'per');
  expect(await stored()).toEqual({ updates: [], custom: new Map() });
});

test('another user of the same device has a copy of their own', async () => {
  const per = await tab('per');
  per.write('Of Per');
  await per.close();
  expect((await tab('ada')).texts()).toEqual([]);
});

test('the next epoch: unsaved content is put aside in the same step, and the live copy begins anew', async () => {
  const first = await tab();
  Y.applyUpdate(first.doc, seed().state);
  first.device.markWhole();
  const known = Y.encodeStateVector(first.doc);
  first.device.markUnsaved(true, known);
  first.write('On the train');
  await first.device.moveOn(4, null);

  const next = await tab();
  expect(next.device).toMatchObject({ loaded: false, unsaved: false, epoch: 4 });
  expect(next.texts()).toEqual([]);
  expect(next.device.asides).toMatchObject([{ epoch: 1, known }]);
  const kept = openJourney(new Y.Doc());
  Y.applyUpdate(kept.doc, next.device.asides[0]?.state as Uint8Array);
  expect(toJourney(kept).cards.map((c) => c.text)).toEqual(['On the train']);
});

test('the next epoch with nothing unsaved: nothing is put aside', async () => {
  const first = await tab();
  Y.applyUpdate(first.doc, seed().state);
  first.device.markWhole();
  await first.device.moveOn(2, null);
  expect((await tab()).device).toMatchObject({ loaded: false, epoch: 2, asides: [] });
});

test('two tabs move on: what either had is put aside, and neither spoils the new copy', async () => {
  const [one, two] = [await tab(), await tab()];
  for (const each of [one, two]) each.device.markUnsaved(true);
  one.write('Of one');
  two.write('Of two');
  const own = (each: typeof one) => ({ epoch: 1, state: Y.encodeStateAsUpdate(each.doc), known: null });
  await one.device.moveOn(2, own(one));
  const next = await tab();
  Y.applyUpdate(next.doc, seed().state);
  next.device.markWhole();
  two.write('Late, of two');
  await until(() => two.failures() === 1, 'two has noticed');
  await two.device.moveOn(2, own(two));
  await next.close();

  const after = await tab();
  expect(after.texts()).toEqual([]);
  expect(after.device).toMatchObject({ epoch: 2, loaded: true });
  const kept = openJourney(new Y.Doc());
  Y.applyUpdate(kept.doc, after.device.asides[0]?.state as Uint8Array);
  expect(
    toJourney(kept)
      .cards.map((c) => c.text)
      .sort(),
  ).toEqual(['Late, of two', 'Of one', 'Of two']);
});

test('carried over: the new edit is kept and the old state forgotten, in one step and once only', async () => {
  const first = await tab();
  first.device.markUnsaved(true);
  first.write('Old');
  await first.device.moveOn(2, null);
  const [one, two] = [await tab(), await tab()];
  const [aside] = one.device.asides;
  const update = Y.encodeStateAsUpdate(openedWith('New'));
  const lost: Lost[] = [
    { reason: 'changed', collection: 'cards', key: 'c', title: 'Card', values: { severity: 3 }, texts: [] },
  ];
  const known = Y.encodeStateVector(one.doc);
  expect(await one.device.adopt(aside as never, { update, lost }, known)).toBe(true);
  expect(await two.device.adopt(two.device.asides[0] as never, { update, lost }, known)).toBe(false);
  expect(two.device.asides).toEqual([]);
  await one.close();
  await two.close();

  const after = await tab();
  expect(after.device).toMatchObject({ unsaved: true, asides: [], lost });
  expect(after.texts()).toEqual(['New']);
  after.device.forgetLost();
  await after.close();
  expect((await tab()).device.lost).toEqual([]);
});

test('a refused edit takes the content away, and what was put aside stays', async () => {
  const first = await tab();
  first.device.markUnsaved(true);
  first.write('Old');
  await first.device.moveOn(2, null);
  const next = await tab();
  next.write('Refused');
  await next.device.clearContent();
  const after = await tab();
  expect(after.texts()).toEqual([]);
  expect(after.device).toMatchObject({ epoch: 2, unsaved: false });
  expect(after.device.asides).toHaveLength(1);
});

test('an empty copy takes on the epoch the server names; one with content of another does not', async () => {
  const first = await tab();
  first.device.begin(7);
  first.write('Of seven');
  await first.close();
  const again = await tab();
  expect(again.device.epoch).toBe(7);
  const late = await tab();
  await again.device.moveOn(8, null);
  late.device.begin(9);
  await until(() => late.failures() === 1, 'it stops keeping');
  expect((await tab()).device.epoch).toBe(8);
});

function openedWith(text: string): Y.Doc {
  const j = openJourney(new Y.Doc());
  addCard(j, { kind: 'quote', text, cell: null, authorId: 'per' });
  return j.doc;
}
