import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, removeCards, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { expectCarried } from '../support/carried.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { DOCUMENT } from '../support/network.ts';
import { random } from '../support/random.ts';
import { contentOf, copyOf, editAtRandom } from '../support/random-edits.ts';
import { until } from '../support/sockets.ts';
import { opened, person, renew, startWorn, wornMap } from './epochs-support.ts';
import { joined, settled, setUp, stored, texts } from './set-up.ts';

const cardsOf = (one: { session: { journey: Parameters<typeof toJourney>[0] } }) =>
  new Map(toJourney(one.session.journey).cards.map((c) => [c.id, c]));

describe('an old document', () => {
  const wornSetUp = (parts: Parameters<typeof setUp>[0] = {}, worn = wornMap()) => {
    const store = new MemoryStore();
    store.states.set(DOCUMENT, worn.state);
    return { ...setUp({ ...parts, store }), cell: worn.cell, worn };
  };

  test('is written anew when the last one has left: it says the same, is smaller, and what it was is kept', async () => {
    const { net, store, cell, worn } = wornSetUp();
    const [per] = await joined(net, 'per');
    addCard(per.journey, { kind: 'quote', text: 'The last word', cell, authorId: 'per' });
    await net.settle();
    const said = contentOf(per.journey);
    per.disconnect();
    await settled(net, () => store.versions.get(DOCUMENT)?.epoch === 2);
    const now = stored(store).journey;
    expect(contentOf(now)).toEqual(said);
    expect(now.doc.store.clients.size).toBe(1);
    expect((store.states.get(DOCUMENT) as Uint8Array).length).toBeLessThan(worn.state.length / 4);
    expect(store.rows).toEqual([]);
    expect(contentOf(opened((await store.past(DOCUMENT, 1)) as Uint8Array))).toEqual(said);
  });

  test('of 100,000 overwrites on 2,000 cards shrinks to less than two thirds', async () => {
    const { net, store, worn, cell } = wornSetUp({}, wornMap(100_000, 2_000));
    const [per] = await joined(net, 'per');
    addCard(per.journey, { kind: 'quote', text: 'The last word', cell, authorId: 'per' });
    await net.settle();
    per.disconnect();
    await settled(net, () => store.versions.get(DOCUMENT)?.epoch === 2);
    expect((store.states.get(DOCUMENT) as Uint8Array).length).toBeLessThan((worn.state.length * 2) / 3);
  });

  test('stays as it is while somebody is there, when it is light, and when the store does not answer', async () => {
    const { net, store, cell } = wornSetUp();
    const [per, ada] = await joined(net, 'per', 'ada');
    addCard(per.journey, { kind: 'quote', text: 'One', cell, authorId: 'per' });
    await net.settle();
    per.disconnect();
    await net.settle();
    expect(store.versions.get(DOCUMENT)?.epoch ?? 1).toBe(1);
    store.renew = () => Promise.reject(new Error('away'));
    ada?.disconnect();
    await net.settle();
    expect(store.versions.get(DOCUMENT)?.epoch ?? 1).toBe(1);
    expect(texts(stored(store))).toContain('One');

    const light = setUp();
    const [fia] = await joined(light.net, 'fia');
    addCard(fia.journey, { kind: 'quote', text: 'Light', cell: light.cell, authorId: 'fia' });
    await light.net.settle();
    fia.disconnect();
    await settled(light.net, () => light.sync.health().rooms === 0);
    expect(light.store.versions.get(DOCUMENT)?.epoch ?? 1).toBe(1);
  });

  test('lets whoever comes while it is being written anew wait, and then in to the new one', async () => {
    const { net, store, cell } = wornSetUp();
    const [per] = await joined(net, 'per');
    addCard(per.journey, { kind: 'quote', text: 'Before', cell, authorId: 'per' });
    await net.settle();
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let asked = false;
    const renewIt = store.renew.bind(store);
    store.renew = async (...args) => {
      asked = true;
      await held;
      return renewIt(...args);
    };
    per.disconnect();
    await settled(net, () => asked);
    const ada = net.client('ada');
    ada.connect();
    await net.settle();
    expect(ada.synced).toBe(false);
    go();
    await settled(net, () => ada.synced);
    expect(texts(ada)).toContain('Before');
    addCard(ada.journey, { kind: 'quote', text: 'After', cell, authorId: 'ada' });
    await net.settle();
    expect(ada.saved).toBe(true);
    expect(texts(stored(store))).toEqual(expect.arrayContaining(['Before', 'After']));
    expect(store.rows.every((row) => row.epoch === 2)).toBe(true);
  });

  test('a bare client of an earlier epoch is closed with 4410, and nothing of it reaches anybody', async () => {
    const { net, store, cell } = wornSetUp();
    const [per, ada] = await joined(net, 'per', 'ada');
    addCard(ada?.journey as typeof per.journey, { kind: 'quote', text: 'Of all', cell, authorId: 'ada' });
    await net.settle();
    per.disconnect();
    ada?.disconnect();
    await settled(net, () => store.versions.get(DOCUMENT)?.epoch === 2);
    ada?.reopen();
    await net.settle();
    const before = contentOf((ada as typeof per).journey);
    addCard(per.journey, { kind: 'quote', text: 'Stale', cell, authorId: 'per' });
    removeCards(per.journey, ['card0']);
    per.connect();
    await net.settle();
    expect(per.closedWith).toBe(CLOSE.renewed);
    expect(contentOf((ada as typeof per).journey)).toEqual(before);
    expect(store.rows).toEqual([]);
    per.reopen();
    await net.settle();
    expect(contentOf(per.journey)).toEqual(before);
  });

  test('goes from epoch to epoch, and a client of the first still comes in', async () => {
    const made = await startWorn();
    const per = person(made, 'per');
    await until(() => per.isSaved, 'saved');
    per.unplug();
    await until(() => !per.isSaved, 'offline');
    setCardText(per.session.journey, 'card3', 'Card 3, of the first epoch');
    await renew(made);
    // Worn out again: another 16,000 overwrites.
    const again = opened(made.store.states.get(DOCUMENT) as Uint8Array);
    again.doc.transact(() => {
      for (let n = 0; n < 16_000; n += 1) {
        again.doc.clientID = 1 + (n % 12);
        setCard(again, `card${n % 19}`, { valence: (n % 5) / 2 - 1 });
      }
    });
    made.store.states.set(DOCUMENT, Y.encodeStateAsUpdate(again.doc));
    await renew(made);
    expect(made.epoch()).toBe(3);
    per.plug();
    await until(() => per.renewals === 1 && per.isSaved, 'saved in the third epoch');
    expect(cardsOf(per).get('card3')?.text).toBe('Card 3, of the first epoch');
    expect(toJourney(per.session.journey).meta.title).toBe('Of epoch 2');
  });
});

describe('whoever comes back with unsaved edits of an earlier epoch', () => {
  test('finds them merged, others’ work untouched, and nothing said about it', async () => {
    const made = await startWorn();
    const per = person(made, 'per');
    await until(() => per.isSaved, 'saved');
    per.unplug();
    await until(() => !per.isSaved, 'offline');
    setCardText(per.session.journey, 'card1', 'Card 1, on the train');
    addCard(per.session.journey, {
      kind: 'friction',
      text: 'No seats',
      cell: made.cell,
      authorId: 'per',
      severity: 2,
    });
    removeCards(per.session.journey, ['card2']);
    await renew(made);
    const ada = person(made, 'ada');
    await until(() => ada.isSaved, 'saved');
    setCardText(ada.session.journey, 'card1', 'Well: Card 1');
    setCard(ada.session.journey, 'card1', { severity: 3 });
    setCard(ada.session.journey, 'card4', { kind: 'need' });
    await until(() => ada.isSaved, 'saved');
    per.plug();
    await until(() => per.renewals === 1 && per.isSaved, 'saved in the new epoch');
    await until(() => cardsOf(ada).size === 20, 'Ada sees it');
    expect(cardsOf(ada)).toEqual(cardsOf(per));
    expect(cardsOf(per).get('card1')).toMatchObject({ text: 'Well: Card 1, on the train', severity: 3 });
    expect(cardsOf(per).get('card4')).toMatchObject({ kind: 'need' });
    expect(cardsOf(per).has('card2')).toBe(false);
    expect([...cardsOf(per).values()].map((c) => c.text)).toContain('No seats');
    expect(per.lost).toEqual([]);
    expect(per.refusals).toEqual([]);
    expect(toJourney(per.session.journey).meta.title).toBe('Of epoch 1');
  });

  test('is told what met a change of others, and never sees “saved” before all of it is', async () => {
    const made = await startWorn();
    const per = person(made, 'per');
    await until(() => per.isSaved, 'saved');
    per.unplug();
    await until(() => !per.isSaved, 'offline');
    setCardText(per.session.journey, 'card1', 'Card 1, in my words');
    setCard(per.session.journey, 'card4', { severity: 1 });
    setCard(per.session.journey, 'card5', { severity: 2 });
    await renew(made);
    const ada = person(made, 'ada');
    await until(() => ada.isSaved, 'saved');
    removeCards(ada.session.journey, ['card1']);
    setCard(ada.session.journey, 'card4', { severity: 3 });
    await until(() => ada.isSaved, 'saved');
    const wrong: string[] = [];
    const watch = () => {
      const carried = cardsOf(per).get('card5')?.severity === 2;
      if (per.isSaved && !carried) wrong.push('saved too early');
    };
    per.plug();
    await until(() => {
      watch();
      return per.renewals === 1 && per.isSaved;
    }, 'saved in the new epoch');
    expect(wrong).toEqual([]);
    expect(per.lost).toMatchObject([
      { reason: 'removed', key: 'card1', texts: ['Card 1, in my words'] },
      { reason: 'changed', key: 'card4', values: { severity: 1 } },
    ]);
    await until(() => cardsOf(ada).get('card5')?.severity === 2, 'the rest with Ada');
    expect(cardsOf(ada).get('card4')?.severity).toBe(3);
  });

  test('with nothing unsaved is in the new epoch without a word', async () => {
    const made = await startWorn();
    const per = person(made, 'per');
    await until(() => per.isSaved, 'saved');
    per.unplug();
    await until(() => !per.isSaved, 'offline');
    await renew(made);
    per.plug();
    await until(() => per.renewals === 1 && per.isSaved, 'in');
    expect(per.lost).toEqual([]);
    expect(made.store.rows).toEqual([]);
  });

  test('waits while the earlier state cannot be had, and is not told “saved” meanwhile', async () => {
    const made = await startWorn();
    let asked = 0;
    let isThere = false;
    const per = person(made, 'per', {
      async past(epoch) {
        asked += 1;
        if (!isThere) throw new Error('the server does not answer');
        return made.sync.rooms.past(DOCUMENT, epoch);
      },
    });
    await until(() => per.isSaved, 'saved');
    per.unplug();
    await until(() => !per.isSaved, 'offline');
    setCardText(per.session.journey, 'card1', 'Patience');
    await renew(made);
    per.plug();
    await until(() => asked === 1, 'asked for it');
    expect(per.session.state.get()).toMatchObject({ kind: 'saving', pending: 1, editable: true });
    isThere = true;
    await until(() => per.isSaved, 'saved');
    expect(asked).toBe(2);
    expect(cardsOf(per).get('card1')?.text).toBe('Patience');
  });

  test('after more than 30 days has all of the unsaved words offered, and only those', async () => {
    const made = await startWorn();
    const per = person(made, 'per', { past: async () => null });
    await until(() => per.isSaved, 'saved');
    per.unplug();
    await until(() => !per.isSaved, 'offline');
    setCardText(per.session.journey, 'card1', 'Card 1, a month ago');
    addCard(per.session.journey, { kind: 'quote', text: 'All new', cell: made.cell, authorId: 'per' });
    await renew(made);
    per.plug();
    await until(() => per.renewals === 1 && per.isSaved, 'in');
    expect(per.lost.map(({ reason, texts: words }) => [reason, words])).toEqual([
      ['expired', ['Card 1, a month ago']],
      ['expired', ['All new']],
    ]);
    expect(cardsOf(per).get('card1')?.text).toBe('Card 1');
  });

  test('may have been made a participant who writes own cards only: the rest is taken, that is told', async () => {
    const made = await startWorn();
    const author = { userId: 'ada', mayWrite: true, mayStructure: () => false, maySettings: false };
    const ada = person(made, 'ada', { author });
    await until(() => ada.isSaved, 'saved');
    ada.unplug();
    await until(() => !ada.isSaved, 'offline');
    setCardText(ada.session.journey, 'card1', 'In Per’s card');
    addCard(ada.session.journey, { kind: 'quote', text: 'My own', cell: made.cell, authorId: 'ada' });
    await renew(made);
    const fia = person(made, 'fia');
    await until(() => fia.isSaved, 'saved');
    fia.session.doc.transact(() => fia.session.journey.meta.set('cards', 'own'));
    await until(() => fia.isSaved, 'saved');
    ada.plug();
    await until(() => ada.renewals === 1 && ada.isSaved, 'in');
    expect(ada.refusals).toEqual([]);
    expect(ada.lost).toMatchObject([{ reason: 'notAllowed', texts: ['In Per’s card'] }]);
    await until(() => [...cardsOf(fia).values()].some((c) => c.text === 'My own'), 'her own card');
  });
});

test('stale clients return a hundred times: nothing of the others is overwritten, their edits are in or told (F12, seeds 1–100)', async () => {
  const { state } = wornMap(15_000, 12);
  for (let round = 0; round < 10; round += 1) {
    const made = await startWorn({ store: storeWith(state) });
    await renew(made);
    const last = (await made.store.past(DOCUMENT, 1)) as Uint8Array;
    const past = contentOf(opened(last));
    const ada = person(made, 'fia');
    await until(() => ada.isSaved, 'saved');
    for (let seed = 10 * round + 1; seed <= 10 * round + 10; seed += 1) {
      const r = random(seed);
      const stale = copyOf(opened(state));
      editAtRandom(r, stale, 1 + r.below(8), 'fia');
      editAtRandom(r, ada.session.journey, 1 + r.below(8), 'fia');
      await until(() => ada.isSaved, 'saved');
      const theirs = contentOf(ada.session.journey);
      const bytes = Y.encodeStateAsUpdate(stale.doc);
      // In the same epoch Yjs has the word: what was done, on top of where that epoch ended.
      const wanted = contentOf(opened(last, bytes));
      const after = { asides: [{ epoch: 1, state: bytes, known: null }], withoutDevice: true };
      const per = person(made, 'fia', { after });
      await until(() => per.isSaved, `saved with seed ${seed}`);
      expect(per.refusals).toEqual([]);
      const now = contentOf(per.session.journey);
      expectCarried(past, wanted, theirs, now, per.lost);
      expect(contentOf(stored(made.store).journey)).toEqual(now);
      per.leave();
      await until(() => isDeepStrictEqual(contentOf(ada.session.journey), now), 'all agree');
    }
    await made.server.close();
  }
}, 180_000);

function storeWith(state: Uint8Array): MemoryStore {
  const store = new MemoryStore();
  store.states.set(DOCUMENT, state);
  return store;
}

describe('updates written in an earlier epoch after it had ended', () => {
  /** A store whose document has a new epoch, and rows that a node wrote without knowing. */
  async function late(edit: (j: ReturnType<typeof opened>) => void) {
    const made = await startWorn();
    await renew(made);
    const j = opened((await made.store.past(DOCUMENT, 1)) as Uint8Array);
    const updates: Uint8Array[] = [];
    j.doc.on('update', (update: Uint8Array) => updates.push(update));
    edit(j);
    await made.store.append(updates.map((bytes) => ({ document: DOCUMENT, epoch: 1, bytes })));
    return made;
  }

  test('are in the document when it is opened next, once', async () => {
    const made = await late((j) => {
      setCardText(j, 'card1', 'Card 1, late');
      setCard(j, 'card2', { severity: 2 });
    });
    const per = person(made, 'per');
    await until(() => per.isSaved, 'saved');
    expect(cardsOf(per).get('card1')?.text).toBe('Card 1, late');
    expect(cardsOf(per).get('card2')?.severity).toBe(2);
    expect(made.store.rows).toEqual([]);
    per.leave();
    await until(() => made.sync.health().rooms === 0, 'closed');
    const again = person(made, 'per');
    await until(() => again.isSaved, 'saved');
    expect(cardsOf(again).get('card1')?.text).toBe('Card 1, late');
  });

  test('are in what is read without opening it, and two who load at once bring them in once', async () => {
    const made = await late((j) => setCardText(j, 'card1', 'Card 1, late'));
    const [one, two] = await Promise.all([made.sync.rooms.read(DOCUMENT), made.sync.rooms.read(DOCUMENT)]);
    for (const state of [one, two]) {
      expect(toJourney(opened(state)).cards.find((c) => c.id === 'card1')?.text).toBe('Card 1, late');
    }
    expect(made.store.rows).toEqual([]);
  });

  test('stay in the log when the state they build on is gone, and the map opens all the same', async () => {
    const made = await late((j) => setCardText(j, 'card1', 'Card 1, late'));
    made.store.pasts.clear();
    const per = person(made, 'per');
    await until(() => per.isSaved, 'saved');
    expect(cardsOf(per).get('card1')?.text).toBe('Card 1');
    expect(made.store.rows).toHaveLength(1);
  });
});
