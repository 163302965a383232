import { describe, expect, it } from 'vitest';
import { cardsByContent } from '../../../lib/board/projection/card-states.ts';
import { atom, computed, react, transact } from '../../../lib/board/signals.ts';
import { createLayout } from '../../../lib/journey/layout/index.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';

const cell = { touchpointId: 't0', laneId: 'quote' };
const card = (i: number, text = `Card ${i}`) => cardOf(i, { kind: 'quote', text, cell });

function map(count: number) {
  const cards = Array.from({ length: count }, (_, i) => card(i));
  const $journey = atom<Journey>('journey', journeyOf({ touchpoints: [1], lanes: ['quote'], cards }));
  const layout = createLayout();
  const states = cardsByContent(
    $journey,
    computed('layout', () => layout($journey.get())),
  );
  const set = (change: (cards: Journey['cards']) => Journey['cards']) =>
    $journey.update((j) => ({ ...j, cards: change(j.cards) }));
  /** How often a reader of this card was told. */
  const told = (cardId: string) => {
    const seen: (string | undefined)[] = [];
    react(`reader of ${cardId}`, () => void seen.push(states.of(cardId)?.card.text));
    return seen;
  };
  return { states, set, told };
}

describe('the state of one card', () => {
  it('is told to its readers when that card changes, and to nobody else', () => {
    const { set, told } = map(3);
    const [zero, one] = [told('c0'), told('c1')];
    set((cards) => [card(0, 'typed'), ...cards.slice(1)]);
    expect(zero).toEqual(['Card 0', 'typed']);
    expect(one).toEqual(['Card 1']);
  });

  it('is not told when the card only moves: where it lies is the canvas’ business', () => {
    const { set, told } = map(3);
    const two = told('c2');
    set((cards) => cards.slice(1));
    expect(two).toEqual(['Card 2']);
  });

  it('is new within a transaction, before readers are told at its end', () => {
    const { set, states, told } = map(1);
    const late = told('c1');
    transact(() => {
      set((cards) => [card(0, 'typed'), ...cards.slice(1), card(1)]);
      expect(states.of('c0')?.card.text).toBe('typed');
      expect(states.of('c1')?.box).toBeTruthy();
      set((cards) => cards.slice(1));
      expect(states.of('c0')).toBeUndefined();
    });
    expect(states.of('c0')).toBeUndefined();
    expect(late).toEqual([undefined, 'Card 1']);
  });

  it('comes and goes with its card', () => {
    const { set, told } = map(2);
    const one = told('c1');
    set((cards) => cards.slice(0, 1));
    set((cards) => [...cards, card(1)]);
    expect(one).toEqual(['Card 1', undefined, 'Card 1']);
  });
});
