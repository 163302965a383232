import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, removeCards, setCardText } from '../../lib/journey/commands/cards.ts';
import type { JourneyDoc } from '../../lib/journey/document.ts';
import type { Rooms } from '../../lib/runtime.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { DOCUMENT, type Network, WORKSHOP } from '../support/network.ts';
import { cluster } from './cluster.ts';
import { joined, settled, setUp, stored, texts } from './set-up.ts';

const SOURCE = { interviewId: 'i1', findingId: 'f1' };
const IDS = { interviewIds: ['i1'], findingIds: ['f1', 'f2'] };
/** What nobody may find again, in whatever bytes. */
const MARKER = 'marker-e7d1';

const quote = (j: JourneyDoc, text: string, source: typeof SOURCE | null = SOURCE, authorId = 'per') =>
  addCard(j, { kind: 'quote', text, cell: null, authorId, source });

async function two(net: Network) {
  const [per, ada] = await joined(net, 'per', 'ada');
  return [per, ada as typeof per] as const;
}

/** Whether the store has these words in any of its bytes: state, log, earlier epochs. */
function holds(store: MemoryStore, words = MARKER): boolean {
  const all = [
    ...store.states.values(),
    ...store.rows.map((row) => row.bytes),
    ...[...store.pasts.values()].map((past) => past.state),
  ];
  return all.some((bytes) => Buffer.from(bytes).includes(words));
}

/** Erases while the clients' frames go on moving. */
async function erase(net: Network, ids: Parameters<Rooms['erase']>[1] = IDS) {
  let result: { cards: number } | null = null;
  let fault: unknown = null;
  net.sync.rooms.erase(WORKSHOP, ids).then(
    (done) => {
      result = done;
    },
    (cause) => {
      fault = cause;
    },
  );
  await settled(net, () => result !== null || fault !== null);
  if (fault) throw fault;
  return result as unknown as { cards: number };
}

describe('what an interviewee has had erased', () => {
  test('goes from an open map and from every stored byte; the rest stays', async () => {
    const { net, store } = setUp();
    const [per, ada] = await two(net);
    quote(per.journey, `${MARKER} always wrong`);
    quote(per.journey, `${MARKER} twice`, { interviewId: 'i2', findingId: 'f2' });
    quote(per.journey, 'of somebody else', { interviewId: 'i3', findingId: 'f3' });
    const alike = quote(per.journey, `${MARKER} written down`, null);
    await net.settle();
    expect(holds(store)).toBe(true);
    store.pasts.set(`${DOCUMENT}/0`, { state: Buffer.from(MARKER), retiredAt: new Date() });

    expect(await erase(net, { ...IDS, cardIds: [alike] })).toEqual({ cards: 3 });
    expect(holds(store)).toBe(false);
    await net.settle();
    expect(texts(per)).toEqual(['of somebody else']);
    expect(texts(ada)).toEqual(['of somebody else']);
    expect(texts(stored(store))).toEqual(['of somebody else']);
    await expect(net.sync.rooms.past(DOCUMENT, 0)).rejects.toMatchObject({ code: 'pastGone' });
    // Who comes now gets nothing of it either.
    const [leo] = await joined(net, 'leo');
    expect(Buffer.from(Y.encodeStateAsUpdate(leo.doc)).includes(MARKER)).toBe(false);
    quote(ada.journey, 'afterwards', null, 'ada');
    await net.settle();
    expect(texts(per).sort()).toEqual(['afterwards', 'of somebody else']);
  });

  test('goes from a map nobody has open', async () => {
    const { net, store } = setUp();
    const [per] = await joined(net, 'per');
    quote(per.journey, MARKER);
    await net.settle();
    per.disconnect();
    await settled(net, () => net.sync.health().rooms === 0);
    expect(holds(store)).toBe(true);
    expect(await erase(net)).toEqual({ cards: 1 });
    expect(holds(store)).toBe(false);
    await settled(net, () => net.sync.health().rooms === 0);
  });

  test('is not there a second time, and nothing to erase is no trouble', async () => {
    const { net, store } = setUp();
    const [per] = await joined(net, 'per');
    quote(per.journey, MARKER);
    await net.settle();
    expect(await erase(net)).toEqual({ cards: 1 });
    expect(await erase(net)).toEqual({ cards: 0 });
    expect(holds(store)).toBe(false);
  });

  test('says so when the store is away, and is finished by asking again', async () => {
    const { net, store } = setUp();
    const [per] = await joined(net, 'per');
    quote(per.journey, MARKER);
    await net.settle();
    const compact = store.compact.bind(store);
    store.compact = () => Promise.reject(new Error('away'));
    await expect(erase(net)).rejects.toMatchObject({ code: 'roomUnavailable' });
    store.compact = compact;
    await erase(net);
    expect(holds(store)).toBe(false);
  });
});

describe('it is not brought back', () => {
  test('by a client that was away with the card and comes again', async () => {
    const { net, store } = setUp();
    const [per, ada] = await two(net);
    const card = quote(per.journey, MARKER);
    await net.settle();
    ada.disconnect();
    setCardText(ada.journey, card, `${MARKER} typed while away`);
    quote(ada.journey, 'her own', null, 'ada');
    await erase(net);
    ada.connect();
    await net.settle();
    expect(ada.refused).toBeNull();
    expect(texts(per)).toEqual(['her own']);
    expect(texts(ada)).toEqual(['her own']);
    expect(holds(store)).toBe(false);
    expect(holds(store, 'typed while away')).toBe(false);
  });

  test('by whoever types in it at the same moment: the letters are not even in the log', async () => {
    const { net, store } = setUp();
    const [per, ada] = await two(net);
    const card = quote(per.journey, 'one');
    await net.settle();
    let done = false;
    void net.sync.rooms.erase(WORKSHOP, IDS).then(() => {
      done = true;
    });
    for (let i = 0; !done && i < 1_000; i += 1) await net.idle();
    // No frame has moved: she still has the card.
    setCardText(ada.journey, card, `one ${MARKER}`);
    await net.settle();
    expect(ada.refused).toBeNull();
    expect(texts(ada)).toEqual([]);
    expect(ada.saved).toBe(true);
    expect(holds(store)).toBe(false);
  });

  test('by whoever had made a card of it without a connection: refused, without its words', async () => {
    const { net, store } = setUp();
    const [per, ada] = await two(net);
    ada.disconnect();
    quote(ada.journey, MARKER, SOURCE, 'ada');
    quote(ada.journey, 'her own', null, 'ada');
    await erase(net);
    ada.connect();
    await net.settle();
    expect(ada.refused).toEqual({ code: 'sourceErased', params: {}, texts: ['her own'] });
    expect(texts(per)).toEqual([]);
    expect(holds(store)).toBe(false);
  });

  test('by undo of its author, who had removed it before', async () => {
    const { net, store } = setUp();
    const [per] = await joined(net, 'per');
    const undo = new Y.UndoManager([per.journey.cards], { trackedOrigins: new Set([per]) });
    const card = quote(per.journey, MARKER);
    undo.stopCapturing();
    removeCards(per.journey, [card]);
    await net.settle();
    await erase(net);
    undo.undo();
    await net.settle();
    expect(per.refused).toMatchObject({ code: 'sourceErased', texts: [] });
    expect(holds(store)).toBe(false);
  });

  test('by restoring a snapshot that had it', async () => {
    const { net, store } = setUp();
    const [per] = await joined(net, 'per');
    quote(per.journey, MARKER);
    quote(per.journey, 'the rest', null);
    await net.settle();
    const snapshot = Y.encodeStateAsUpdate(per.doc);
    await erase(net);
    let restored = false;
    void net.sync.rooms.restore(DOCUMENT, snapshot).then(() => {
      restored = true;
    });
    await settled(net, () => restored);
    await net.settle();
    expect(texts(per)).toEqual(['the rest']);
    expect(texts(stored(store))).toEqual(['the rest']);
  });

  test('by a server that starts later and reads what was erased', async () => {
    const { store, net: before } = setUp();
    const [per] = await joined(before, 'per');
    quote(per.journey, MARKER);
    await before.settle();
    per.disconnect();
    const erasures = async () => ({ ...IDS, cardIds: [], mark: 5 });
    const { net } = setUp({ store, erasures });
    const [ada] = await joined(net, 'ada');
    // It was in the log of a node that had not heard: taken out as soon as the map is opened.
    await settled(net, () => texts(ada).length === 0 && !holds(store));
    quote(ada.journey, MARKER, SOURCE, 'ada');
    await net.settle();
    expect(ada.refused).toMatchObject({ code: 'sourceErased', texts: [] });
  });
});

test('with two nodes: gone on both, and what one wrote before it heard is taken out again', async () => {
  const { nets, store, settle } = cluster('one', 'two');
  const [one, other] = nets;
  const [per, ada] = [one.client('per'), other.client('ada')];
  per.connect();
  ada.connect();
  await settle();
  quote(per.journey, `${MARKER} one`);
  await settle();
  expect(texts(ada)).toEqual([`${MARKER} one`]);
  // The order is on its way to the second node while somebody there makes another card of it.
  let done: unknown = null;
  void one.sync.rooms.erase(WORKSHOP, IDS).then((result) => {
    done = result;
  });
  await one.idle();
  quote(ada.journey, `${MARKER} two`, SOURCE, 'ada');
  await other.settle();
  const isGone = () => done && !holds(store) && texts(per).length + texts(ada).length === 0;
  for (let i = 0; !isGone() && i < 100; i += 1) await settle();
  expect([texts(per), texts(ada), holds(store)]).toEqual([[], [], false]);
  quote(ada.journey, `${MARKER} three`, SOURCE, 'ada');
  await settle();
  expect(ada.refused).toMatchObject({ code: 'sourceErased' });
  expect(holds(store)).toBe(false);
});

describe('a document that is removed', () => {
  test('is gone with all that was kept of it; its people are shown out for good', async () => {
    const { net, store } = setUp();
    const [per] = await joined(net, 'per');
    quote(per.journey, MARKER);
    await net.settle();
    quote(per.journey, `${MARKER} on its way`);
    let removed = false;
    void net.sync.rooms.remove(DOCUMENT).then(() => {
      removed = true;
    });
    await settled(net, () => removed);
    expect(per.closedWith).toBe(4404);
    expect(holds(store)).toBe(false);
    expect(net.sync.health().rooms).toBe(0);
    per.connect();
    await net.settle();
    expect(per.closedWith).toBe(4404);
    expect(holds(store)).toBe(false);
  });
});
