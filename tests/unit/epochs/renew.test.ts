import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { isWorthRenewing, renewed, weightOf } from '../../../lib/journey/renew/index.ts';
import { random } from '../../support/random.ts';
import { contentOf, editAtRandom, read, wearOut } from '../../support/random-edits.ts';
import { map } from '../judge/verdict.ts';
import { randomMap } from './random-map.ts';

// The random ones take a few seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

test('a document written anew says the same, has no past, and is not changed by it (300 documents, seed 41)', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const j = randomMap(random(seed));
      const before = Y.encodeStateAsUpdate(j.doc);
      const { state, genesis } = renewed(j);
      const fresh = read(state);
      expect(toJourney(fresh)).toEqual(toJourney(j));
      expect(contentOf(fresh)).toEqual(contentOf(j));
      expect([...fresh.doc.store.clients.keys()]).toEqual([genesis]);
      expect(j.doc.store.clients.has(genesis)).toBe(false);
      expect(weightOf(fresh.doc).past).toBe(0);
      expect(Y.encodeStateAsUpdate(j.doc)).toEqual(before);
    }),
    { seed: 41, numRuns: 300 },
  );
});

test('writing anew what was written anew changes nothing but the client id', () => {
  const once = renewed(randomMap(random(7)));
  const twice = renewed(read(once.state));
  expect(twice.genesis).not.toBe(once.genesis);
  expect(contentOf(read(twice.state))).toEqual(contentOf(read(once.state)));
  expect(weightOf(read(twice.state).doc)).toEqual(weightOf(read(once.state).doc));
});

test('what nobody here can read is kept: fields, kinds, types and entries of a newer release', () => {
  const { j, cardId } = map();
  const list = new Y.Array<unknown>();
  list.push([1, { deep: true }]);
  const rich = new Y.Text();
  rich.insert(0, 'bold', { bold: true });
  j.cards.get(cardId)?.set('votes', list);
  j.cards.get(cardId)?.set('note', rich);
  j.cards.get(cardId)?.set('bytes', new Uint8Array([1, 2, 3]));
  j.cards.set('plain', 'not an entry' as never);
  j.lanes.set('odd', new Y.Map(Object.entries({ kind: 'hologram', order: 'a0' })));
  j.meta.set('theme', { accent: 'plum' });
  const fresh = read(renewed(j).state);
  expect(fresh.doc.toJSON()).toEqual(j.doc.toJSON());
  const note = fresh.cards.get(cardId)?.get('note') as Y.Text;
  expect(note.toDelta()).toEqual([{ insert: 'bold', attributes: { bold: true } }]);
  expect(toJourney(fresh).unreadable).toEqual(toJourney(j).unreadable);
});

/** A map of `cards` cards on which twelve people overwrote single properties `overwrites` times. */
function worn(cards: number, overwrites: number) {
  const { j, cell } = map();
  wearOut(random(cards + overwrites), j, { cell, cards, overwrites });
  return j;
}

test('worth it: 100,000 overwrites on 2,000 cards; a three-hour workshop of 20,000 moves on 200', () => {
  expect(isWorthRenewing(worn(2_000, 100_000).doc)).toBe(true);
  expect(isWorthRenewing(worn(200, 20_000).doc)).toBe(true);
});

test('not worth it: a fresh document, a lightly edited one, a small one, an empty one', () => {
  expect(isWorthRenewing(worn(2_000, 0).doc)).toBe(false);
  expect(isWorthRenewing(worn(2_000, 20_000).doc)).toBe(false);
  expect(isWorthRenewing(worn(10, 2_000).doc)).toBe(false);
  expect(isWorthRenewing(new Y.Doc())).toBe(false);
});

test('a document with content where writing anew would not look stays as it is', () => {
  const j = worn(200, 20_000);
  const strange = openJourney(new Y.Doc());
  Y.applyUpdate(strange.doc, Y.encodeStateAsUpdate(j.doc));
  strange.doc.getMap('votes').set('a', 1);
  expect(isWorthRenewing(strange.doc)).toBe(false);
  editAtRandom(random(1), j, 1);
  expect(isWorthRenewing(j.doc)).toBe(true);
});
