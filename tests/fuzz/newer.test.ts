import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, removeCards, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { removeTouchpoint } from '../../lib/journey/commands/structure.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { cardEntry, copyOf, groundState } from '../support/mutants/ground.ts';
import { DOCUMENT, type TestClient } from '../support/network.ts';
import { joined, setUp } from '../sync/set-up.ts';
import { storedDoc } from './histories/checks.ts';

/** A map in which a newer release has written a kind and a field that this one does not know. */
async function withNewer() {
  const j = copyOf(groundState(), 6_000);
  j.doc.transact(() => {
    j.cards.set('odd', cardEntry('ada', 'From next year', null, { kind: 'hologram' }));
    const place = { touchpointId: 't0', laneId: 'quotes', order: 'a7' };
    j.cards.set('tinted', cardEntry('per', 'With a colour', place, { colour: 'green' }));
  });
  const store = new MemoryStore();
  store.states.set(DOCUMENT, Y.encodeStateAsUpdate(j.doc));
  const made = setUp({ store });
  const [per, ada, fia] = await joined(made.net, 'per', 'ada', 'fia');
  return { ...made, per, ada: ada as TestClient, fia: fia as TestClient };
}

test('an entry of a newer release is kept and told of; fifty edits beside it reach everybody (F7)', async () => {
  const { net, store, per, ada } = await withNewer();
  for (let n = 0; n < 50; n += 1) {
    addCard(per.journey, { kind: 'quote', text: `edit ${n}`, cell: null, authorId: 'per' });
  }
  await net.settle();
  const seen = toJourney(ada.journey);
  expect(seen.cards.filter((c) => c.text.startsWith('edit'))).toHaveLength(50);
  expect(seen.unreadable).toEqual([{ collection: 'cards', id: 'odd' }]);
  expect((await storedDoc(store)).cards.get('odd')?.get('kind')).toBe('hologram');
  expect([per.refused, per.saved]).toEqual([null, true]);
});

test('a card with a field of a newer release can be worked with, and keeps the field (F7)', async () => {
  const { net, store, per, fia } = await withNewer();
  setCardText(per.journey, 'tinted', 'With a colour, still');
  setCard(per.journey, 'tinted', { valence: 1 });
  await net.settle();
  expect([per.refused, per.saved]).toEqual([null, true]);
  // Its place goes with the column.
  removeTouchpoint(fia.journey, 't0');
  await net.settle();
  expect([fia.refused, fia.saved]).toEqual([null, true]);
  const { cards } = await storedDoc(store);
  expect(cards.get('tinted')?.get('colour')).toBe('green');
  expect(toJourney(per.journey).cards.find((c) => c.id === 'tinted')).toMatchObject({
    text: 'With a colour, still',
    place: null,
  });
});

test('nobody writes what this release cannot read: a field, a kind (F7)', async () => {
  const { net, store, per } = await withNewer();
  for (const write of [
    () => per.journey.cards.get('tinted')?.set('colour', 'red'),
    () => per.journey.cards.get('c0')?.set('colour', 'red'),
    () => per.journey.cards.set('mine', cardEntry('per', 'x', null, { kind: 'hologram' })),
  ]) {
    per.doc.transact(() => void write(), per.journey.origin);
    await net.settle();
    expect(per.refused).toMatchObject({ code: 'editInvalid' });
    per.reopen();
    await net.settle();
  }
  // Removing an odd one is an edit like any other.
  removeCards(per.journey, ['odd']);
  await net.settle();
  expect([per.refused, per.saved]).toEqual([null, true]);
  const { cards } = await storedDoc(store);
  expect([cards.has('mine'), cards.has('odd'), cards.get('c0')?.has('colour')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(cards.get('tinted')?.get('colour')).toBe('green');
});
