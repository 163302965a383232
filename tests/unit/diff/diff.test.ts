import { expect, test } from 'vitest';
import { applyDiff, cardChanges, diffJourneys, isEmptyDiff } from '../../../lib/journey/diff/index.ts';
import { toJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';
import { randomHistory } from '../../support/random-history.ts';

const SEEDS = Array.from({ length: 100 }, (_, i) => i + 1);

test.each(SEEDS)('the diff of any two moments leads from one to the other and back, seed %i', (seed) => {
  const { j, r, step } = randomHistory(seed);
  const moments: Journey[] = [toJourney(j)];
  for (let i = 0; i < 6; i += 1) {
    for (let n = r.below(12); n >= 0; n -= 1) step();
    moments.push(toJourney(j));
  }
  for (const a of moments) {
    expect(isEmptyDiff(diffJourneys(a, structuredClone(a)))).toBe(true);
    for (const b of moments) expect(applyDiff(a, diffJourneys(a, b))).toEqual(b);
  }
});

const cell = (t: number, laneId: string) => ({ touchpointId: `t${t}`, laneId });
const map = (...cards: Parameters<typeof cardOf>[1][]) => {
  const base = journeyOf({ touchpoints: [2], lanes: ['quote', 'friction'], cards: [] });
  const lane = base.lanes[0]?.id ?? '';
  return { ...base, cards: cards.map((card, i) => cardOf(i, { cell: cell(0, lane), ...card })) };
};

test('a reader is told what came, went, moved, and says something else', () => {
  const a = map({ text: 'stays' }, { text: 'goes' }, { text: 'moves' }, { text: 'old words' });
  const b: Journey = { ...a, cards: a.cards.filter((c) => c.text !== 'goes').map((c) => ({ ...c })) };
  const [, moves, reworded] = b.cards;
  if (!moves?.place || !reworded) throw new Error('The map lacks its cards.');
  moves.place = { ...moves.place, touchpointId: 't1' };
  reworded.text = 'new words';
  b.cards.push(cardOf(9, { text: 'comes' }));
  const told = cardChanges(diffJourneys(a, b)).map(({ card, kinds }) => [card.text, ...kinds]);
  expect(told).toEqual([
    ['comes', 'added'],
    ['moves', 'moved'],
    ['new words', 'reworded'],
    ['goes', 'removed'],
  ]);
});

test('a card that only changed its rank or got a reaction is no news', () => {
  const a = map({}, {});
  const b = structuredClone(a);
  const [first, second] = b.cards;
  if (!first?.place || !second?.place) throw new Error('The map lacks its cards.');
  first.place.order = `${second.place.order}V`;
  second.reactions = { u1: 'heart' };
  const diff = diffJourneys(a, b);
  expect(diff.cards.changed).toHaveLength(2);
  expect(cardChanges(diff)).toEqual([]);
});
