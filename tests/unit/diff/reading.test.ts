import { expect, test } from 'vitest';
import { figures } from '../../../lib/journey/analysis/index.ts';
import {
  cardChanges,
  changesByPlace,
  diffJourneys,
  figureDeltas,
  frictionChanges,
  movedIds,
  structureChanges,
  together,
  type WordRun,
  wordsChanged,
} from '../../../lib/journey/diff/index.ts';
import { toJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';
import { random } from '../../support/random.ts';
import { randomHistory } from '../../support/random-history.ts';

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);
const WORDS = ['bill', 'räkningen', 'är', 'not', 'clear', ' ', '  ', ', ', '.', '😀', '\n', "d'accord"];

const side = (runs: readonly WordRun[], other: 'gone' | 'new') =>
  runs.flatMap(({ kind, words }) => (kind === other ? [] : [words])).join('');

test.each(SEEDS)('what two texts differ in holds both of them to the character, seed %i', (seed) => {
  const r = random(seed);
  const text = () => Array.from({ length: r.below(30) }, () => r.of(WORDS)).join(r.chance(0.5) ? ' ' : '');
  for (let n = 0; n < 10; n += 1) {
    const [before, after] = [text(), text()];
    const runs = wordsChanged(before, after);
    expect(side(runs, 'new')).toBe(before);
    expect(side(runs, 'gone')).toBe(after);
    expect(runs.every(({ words }) => words !== '')).toBe(true);
    // Two runs of a kind beside each other would be one.
    expect(runs.every(({ kind }, i) => runs[i + 1]?.kind !== kind)).toBe(true);
  }
});

test('changed words beside each other are one change; texts with nothing in common are shown whole', () => {
  expect(wordsChanged('Räkningen går inte att läsa.', 'Räkningen är svår att läsa.')).toEqual([
    { kind: 'same', words: 'Räkningen ' },
    { kind: 'gone', words: 'går inte' },
    { kind: 'new', words: 'är svår' },
    { kind: 'same', words: ' att läsa.' },
  ]);
  const [long, other] = ['a b c '.repeat(300), 'x y z '.repeat(300)];
  expect(wordsChanged(long, other)).toEqual([
    { kind: 'gone', words: long },
    { kind: 'new', words: other },
  ]);
});

test('what is shifted by something before it has not moved; the fewest that could have been moved are told', () => {
  expect(movedIds(['a', 'b', 'c', 'd'], ['x', 'b', 'c', 'd', 'a'])).toEqual(new Set(['a']));
  expect(movedIds(['a', 'b', 'c'], ['a', 'c'])).toEqual(new Set());
  expect(movedIds(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(new Set(['d']));
  expect(together([{ id: 'a' }, { id: 'b' }, { id: 'c' }], [{ id: 'c' }, { id: 'a' }])).toEqual([
    { entry: { id: 'c' }, gone: false },
    { entry: { id: 'a' }, gone: false },
    { entry: { id: 'b' }, gone: true },
  ]);
});

test('the frame: named anew, moved to another phase, marked, come and gone', () => {
  const a = journeyOf({ touchpoints: [2, 2], lanes: ['quote', 'friction'], cards: [] });
  const b: Journey = structuredClone(a);
  const [t0, t1, t2, t3] = b.touchpoints;
  if (!t0 || !t1 || !t2 || !t3) throw new Error('The map lacks its touchpoints.');
  t0.name = 'Signing up';
  t1.place = { ...t1.place, phaseId: 'p1' };
  t2.mark = -1;
  b.touchpoints = [t0, { ...t3, id: 't9', name: 'A new one' }, t1, t2];
  b.lanes.pop();
  const told = structureChanges(a, b, diffJourneys(a, b)).map((c) => [c.of, c.id, ...c.kinds, ...c.fields]);
  expect(told).toEqual([
    ['touchpoints', 't9', 'added'],
    ['touchpoints', 't0', 'renamed'],
    ['touchpoints', 't1', 'moved'],
    ['touchpoints', 't2', 'changed', 'mark'],
    ['touchpoints', 't3', 'removed'],
    ['lanes', 'friction', 'removed'],
  ]);
});

test.each(SEEDS)('every change is told in exactly one place, and equals tell none, seed %i', (seed) => {
  const { j, r, step } = randomHistory(seed);
  for (let n = 20; n > 0; n -= 1) step();
  const a = toJourney(j);
  for (let n = r.below(25); n >= 0; n -= 1) step();
  const b = toJourney(j);
  const changes = cardChanges(diffJourneys(a, b));
  const told = changesByPlace(a, b, changes).flatMap((t) => t.lanes.flatMap((l) => l.changes));
  expect(told.map((c) => c.card.id).sort()).toEqual(changes.map((c) => c.card.id).sort());
  expect(structureChanges(a, a, diffJourneys(a, a))).toEqual([]);
  for (const { kinds, before, after } of structureChanges(a, b, diffJourneys(a, b))) {
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.includes('added')).toBe(before === null);
    expect(kinds.includes('removed')).toBe(after === null);
  }
});

test('figures beside each other, and what became of the frictions, the worst news first', () => {
  const said = (interviewId: string) => ({ findingId: `f-${interviewId}`, interviewId });
  const friction = (i: number, t: number, severity: 1 | 2 | 3, who = `i${i}`) =>
    cardOf(i, {
      kind: 'friction',
      severity,
      source: said(who),
      cell: { touchpointId: `t${t}`, laneId: 'friction' },
    });
  const map = (...cards: ReturnType<typeof friction>[]) =>
    journeyOf({ touchpoints: [4], lanes: ['friction'], cards });
  const a = figures(map(friction(0, 0, 2), friction(1, 1, 1), friction(2, 2, 3)));
  const b = figures(map(friction(0, 0, 3), friction(1, 1, 1), friction(3, 1, 1), friction(4, 3, 1)));
  expect(frictionChanges(a, b).map((c) => [c.touchpointId, c.kind])).toEqual([
    ['t3', 'new'],
    ['t0', 'graver'],
    ['t1', 'wider'],
    ['t2', 'gone'],
  ]);
  expect(frictionChanges(a, a)).toEqual([]);
  const deltas = Object.fromEntries(figureDeltas(a, b).map((d) => [d.figure, [d.before, d.after, d.delta]]));
  expect(deltas).toMatchObject({ cards: [3, 4, 1], frictions: [3, 3, 0], capital: [null, null, null] });
});
