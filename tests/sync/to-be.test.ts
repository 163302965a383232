import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { renewed } from '../../lib/journey/renew/index.ts';
import { toBeDocument } from '../../lib/sync/protocol.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { DOCUMENT, type Network, type TestClient, WORKSHOP } from '../support/network.ts';
import { settled, setUp as setUpOne, texts } from './set-up.ts';

const TO_BE = toBeDocument(WORKSHOP);
const SOURCE = { interviewId: 'i1', findingId: 'f1' };
const IDS = { interviewIds: ['i1'], findingIds: ['f1'] };
/** What nobody may find again, in whatever bytes. */
const MARKER = 'marker-a41c';

/** A workshop whose map has one card, with a to-be map branched from it: as the service stores it. */
function setUp({ branched = true } = {}) {
  const made = setUpOne();
  const asIs = openJourney(new Y.Doc());
  Y.applyUpdate(asIs.doc, made.store.states.get(DOCUMENT) as Uint8Array);
  const card = addCard(asIs, {
    kind: 'quote',
    text: MARKER,
    cell: made.cell,
    authorId: 'per',
    source: SOURCE,
  });
  made.store.states.set(DOCUMENT, Y.encodeStateAsUpdate(asIs.doc));
  if (branched) made.store.states.set(TO_BE, renewed(asIs).state);
  return { ...made, card };
}

async function on(net: Network, document: string, user: string): Promise<TestClient> {
  const client = net.client(user);
  client.connect(document);
  await net.settle();
  return client;
}

const quote = (client: TestClient, text: string, source: typeof SOURCE | null = null) =>
  addCard(client.journey, { kind: 'quote', text, cell: null, authorId: client.userId, source });

const holds = (store: MemoryStore): boolean =>
  [
    ...store.states.values(),
    ...store.rows.map((row) => row.bytes),
    ...[...store.pasts.values()].map((past) => past.state),
  ].some((bytes) => Buffer.from(bytes).includes(MARKER));

async function erase(net: Network) {
  let result: { cards: number } | null = null;
  void net.sync.rooms.erase(WORKSHOP, IDS).then((done) => {
    result = done;
  });
  await settled(net, () => result !== null);
  return result as unknown as { cards: number };
}

test('both maps are edited live, and neither reaches the other', async () => {
  const { net, store } = setUp();
  const per = await on(net, DOCUMENT, 'per');
  const [ada, fia] = [await on(net, TO_BE, 'ada'), await on(net, TO_BE, 'fia')];
  expect(texts(ada)).toEqual([MARKER]);
  quote(ada, 'as it should be');
  quote(per, 'as it is');
  await net.settle();
  expect(texts(fia).sort()).toEqual(['as it should be', MARKER].sort());
  expect(texts(per).sort()).toEqual(['as it is', MARKER].sort());
  expect(ada.saved && per.saved).toBe(true);
  expect(store.rows.map((row) => row.document).sort()).toEqual([DOCUMENT, TO_BE].sort());
});

test('the same judge and rights hold on it: a leader reads and does not write', async () => {
  const { net } = setUp();
  const leo = await on(net, TO_BE, 'leo');
  expect(texts(leo)).toEqual([MARKER]);
  quote(leo, 'a leader’s');
  await net.settle();
  expect(leo.refused).toMatchObject({ code: 'mapReadOnly' });
});

test('a workshop without one says so for good, and keeps no room of it', async () => {
  const { net } = setUp({ branched: false });
  const per = await on(net, TO_BE, 'per');
  expect(per.closedWith).toBe(4404);
  expect(per.doc.store.clients.size).toBe(0);
  await settled(net, () => net.sync.health().rooms === 0);
  await expect(net.sync.rooms.read(TO_BE)).rejects.toMatchObject({ code: 'toBeMissing' });
  await expect(net.sync.rooms.restore(TO_BE, new Uint8Array([0, 0]))).rejects.toMatchObject({
    code: 'toBeMissing',
  });
  expect(await erase(net)).toEqual({ cards: 1 });
  await settled(net, () => net.sync.health().rooms === 0);
});

test('a changed right closes the sockets on it, too', async () => {
  const { net } = setUp();
  const [per, ada] = [await on(net, TO_BE, 'per'), await on(net, TO_BE, 'ada')];
  net.sync.rooms.rightsChanged(WORKSHOP, 'per');
  await net.settle();
  expect(per.closedWith).toBe(4503);
  expect(ada.connected).toBe(true);
});

test('a restored snapshot is written forward into it alone', async () => {
  const { net } = setUp();
  const [per, ada] = [await on(net, DOCUMENT, 'per'), await on(net, TO_BE, 'ada')];
  const snapshot = Y.encodeStateAsUpdate(ada.doc);
  quote(ada, 'gone again');
  quote(per, 'as it is');
  await net.settle();
  let before: Uint8Array | null = null;
  void net.sync.rooms.restore(TO_BE, snapshot).then((held) => {
    before = held;
  });
  await settled(net, () => before !== null);
  await net.settle();
  expect(texts(ada)).toEqual([MARKER]);
  expect(texts(per).sort()).toEqual(['as it is', MARKER].sort());
});

describe('what an interviewee has had erased', () => {
  test('goes from both maps, open or not, and from every stored byte of both', async () => {
    for (const open of [[DOCUMENT, TO_BE], [DOCUMENT], [TO_BE], []]) {
      const { net, store } = setUp();
      const clients = [];
      for (const document of open) clients.push(await on(net, document, 'per'));
      store.pasts.set(`${TO_BE}/0`, { state: Buffer.from(MARKER), retiredAt: new Date() });
      expect(await erase(net)).toEqual({ cards: 2 });
      await net.settle();
      expect(holds(store)).toBe(false);
      for (const client of clients) expect(texts(client)).toEqual([]);
    }
  });

  test('is not brought back to it by a client that was away', async () => {
    const { net, store } = setUp();
    const [per, ada] = [await on(net, TO_BE, 'per'), await on(net, TO_BE, 'ada')];
    ada.disconnect();
    quote(ada, MARKER, SOURCE);
    quote(ada, 'her own');
    await erase(net);
    ada.connect(TO_BE);
    await net.settle();
    expect(ada.refused).toEqual({ code: 'sourceErased', params: {}, texts: ['her own'] });
    expect(texts(per)).toEqual([]);
    expect(holds(store)).toBe(false);
  });

  test('is refused on a to-be map opened only afterwards', async () => {
    const store = setUp().store;
    const { net } = setUpOne({ store, erasures: async () => ({ ...IDS, cardIds: [], mark: 5 }) });
    const ada = await on(net, TO_BE, 'ada');
    await settled(net, () => texts(ada).length === 0);
    quote(ada, MARKER, SOURCE);
    await net.settle();
    expect(ada.refused).toMatchObject({ code: 'sourceErased', texts: [] });
    expect(toJourney(ada.journey).touchpoints).toHaveLength(1);
  });
});
