import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUFFER_PERCENT,
  capitalOf,
  chainsOf,
  figures,
  figuresSchema,
  type MarkedTouchpoint,
  markOf,
  perceive,
  ratioOf,
} from '../../../lib/journey/analysis/index.ts';
import type { Card, Mark } from '../../../lib/journey/model.ts';
import { type CardInput, cardOf, journeyOf } from '../../support/journeys.ts';

/** Marks with weights as v = mark × weight. */
const marked = (values: (number | null)[]): MarkedTouchpoint[] =>
  values.map((v, i) => ({
    touchpointId: `t${i + 1}`,
    mark: v === null ? null : (Math.sign(v) as Mark),
    weight: Math.abs(v ?? 0) || 1,
    from: v === null ? null : 'group',
    meanValence: null,
    emotions: 0,
  }));
const TEN = [1, 1, 0, -1, 1, 0, -1, 0, -1, 1];

/** One touchpoint t0 with these cards, each in the lane of its kind unless a lane is given. */
const oneTouchpoint = (cards: (CardInput & { lane?: string })[]) =>
  journeyOf({
    touchpoints: [1],
    lanes: ['quote', 'emotion', 'friction', 'employee'],
    cards: cards.map(({ lane, ...card }, i) =>
      cardOf(i, { cell: { touchpointId: 't0', laneId: lane ?? card.kind ?? 'quote' }, ...card }),
    ),
  });
const from = (interviewId: string, n = 0): Card['source'] => ({
  findingId: `f${n}${interviewId}`,
  interviewId,
});

describe('the mark of a touchpoint', () => {
  it('follows from the mean of the emotions: ±0.5 tips it', () => {
    expect([2, 0.5, 0.49, 0, -0.49, -0.5, -2].map(markOf)).toEqual([1, 1, 0, 0, 0, -1, -1]);
  });

  it('is what the group set, whatever the emotions say', () => {
    const journey = oneTouchpoint([{ kind: 'emotion', valence: -2 }]);
    const [t] = journey.touchpoints;
    const set = { ...journey, touchpoints: t ? [{ ...t, mark: 1 as Mark }] : [] };
    expect(figures(set).touchpoints[0]).toMatchObject({ mark: 1, from: 'group', meanValence: -2 });
  });

  it('is none without an emotion, and one without a valence is no emotion yet', () => {
    const journey = oneTouchpoint([{ kind: 'emotion', valence: null }, { kind: 'quote' }]);
    expect(figures(journey).touchpoints[0]).toMatchObject({ mark: null, from: null, emotions: 0 });
  });

  it('weighs a minus by its gravest friction, and nothing else', () => {
    const frictions = [1, 3, 2].map((severity) => ({ kind: 'friction', severity }) as CardInput);
    const minus = oneTouchpoint([{ kind: 'emotion', valence: -1 }, ...frictions]);
    const plus = oneTouchpoint([{ kind: 'emotion', valence: 1 }, ...frictions]);
    expect(figures(minus).touchpoints[0]).toMatchObject({ mark: -1, weight: 3 });
    expect(figures(plus).touchpoints[0]).toMatchObject({ mark: 1, weight: 1 });
  });
});

describe('CX capital', () => {
  it('method.md: 4 of +1, 3 of 0, 3 of −1 → capital +1, has grown', () => {
    expect(capitalOf(marked(TEN), 20)).toMatchObject({ plain: 1, trend: 'grown', marked: 10 });
  });

  it('is at risk without a buffer, thin below what the price level asks, else fine', () => {
    const alarm = (values: number[], percent: number) => capitalOf(marked(values), percent).alarm;
    expect(alarm([1, -1], BUFFER_PERCENT.low)).toBe('atRisk');
    expect(alarm(TEN, BUFFER_PERCENT.low)).toBe('none');
    expect(alarm(TEN, BUFFER_PERCENT.middle)).toBe('thinBuffer');
  });

  it('asks 10, 20 or 30 % of the marked touchpoints, rounded up', () => {
    const required = (n: number, percent: number) =>
      capitalOf(marked([...Array(n).fill(1), null]), percent).requiredBuffer;
    expect([10, 20, 30].map((p) => required(10, p))).toEqual([1, 2, 3]);
    expect([10, 20, 30].map((p) => required(11, p))).toEqual([2, 3, 4]);
  });

  it('weighs graver marks in the weighted capital only', () => {
    expect(capitalOf(marked([1, -3, 1]), 20)).toMatchObject({ plain: 1, weighted: -1 });
  });

  it('finds the lowest point of the way, the first one where it is reached', () => {
    const { dip } = capitalOf(marked([1, -1, -1, 1, -1, 1, 1]), 20);
    expect(dip).toEqual({ touchpointId: 't3', plain: -1 });
  });

  it('carries the capital over touchpoints nobody has marked', () => {
    const { points, marked: n } = capitalOf(marked([1, null, -1]), 20);
    expect(points.map((p) => [p.marked, p.plain])).toEqual([
      [true, 1],
      [false, 1],
      [true, 0],
    ]);
    expect(n).toBe(2);
  });

  it('says unknown, not at risk, while nothing is marked', () => {
    expect(capitalOf(marked([null, null]), 20)).toMatchObject({
      alarm: 'unknown',
      trend: 'unknown',
      dip: null,
    });
  });
});

describe('the ratio', () => {
  it('method.md: 4 plus and 3 minus; 12:1 would need 36', () => {
    expect(ratioOf(marked(TEN)).counted).toEqual({ plus: 4, minus: 3, plusFor12: 36 });
  });

  it('without a minus stays a plain 4 : 0', () => {
    expect(ratioOf(marked([1, 1, 1, 1])).counted).toEqual({ plus: 4, minus: 0, plusFor12: 0 });
  });

  it('is told by weight too, because a mild minus weighs less than a grave one', () => {
    expect(ratioOf(marked([1, 1, -3, -1])).weighted).toEqual({ plus: 2, minus: 4, plusFor12: 48 });
  });
});

describe('negative chains', () => {
  const example = marked([1, -2, 0, 1, 1]);

  it('method.md: +1, −2, 0, +1, +1 is perceived as 1, −2, −1, 0.5, 1', () => {
    expect(perceive(example, 0.5).map((p) => p.value)).toEqual([1, -2, -1, 0.5, 1]);
  });

  it('method.md: one chain over touchpoints 2 and 3', () => {
    expect(chainsOf(example)).toEqual([{ touchpointIds: ['t2', 't3'], lowest: -2 }]);
  });

  it('without colouring (λ = 0) ends at the minus itself', () => {
    expect(chainsOf(example, 0)).toEqual([{ touchpointIds: ['t2'], lowest: -2 }]);
  });

  it('passes over an unmarked touchpoint', () => {
    expect(chainsOf(marked([-2, null, 0, 1]))).toEqual([{ touchpointIds: ['t1', 't3'], lowest: -2 }]);
  });

  it('start at a minus and hold every perceived minus exactly once (seed 11)', () => {
    const values = fc.array(fc.option(fc.integer({ min: -3, max: 3 })), { maxLength: 30 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, lambda) => {
        const touchpoints = marked(list);
        const chains = chainsOf(touchpoints, lambda);
        const below = perceive(touchpoints, lambda).filter((p) => p.value < 0);
        expect(chains.flatMap((c) => c.touchpointIds)).toEqual(below.map((p) => p.touchpointId));
        for (const chain of chains) {
          expect(touchpoints.find((t) => t.touchpointId === chain.touchpointIds[0])?.mark).toBe(-1);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('evidence coverage', () => {
  it('is the share of customer cards that an interview bears out, with the interviews behind them', () => {
    const { coverage } = figures(
      oneTouchpoint([
        { kind: 'quote', source: from('i1') },
        { kind: 'friction', source: from('i1', 2) },
        { kind: 'emotion', valence: 1, source: from('i2') },
        { kind: 'quote' },
      ]),
    );
    expect(coverage).toMatchObject({ observed: 3, total: 4, share: 0.75, interviews: 2, assumed: [] });
    expect(coverage.touchpoints).toEqual([{ touchpointId: 't0', observed: 3, total: 4, interviews: 2 }]);
  });

  it('does not take "observed" at its word when no finding stands behind it', () => {
    const { coverage } = figures(oneTouchpoint([{ kind: 'quote', evidence: 'observed' }]));
    expect(coverage).toMatchObject({ observed: 0, share: 0, assumed: ['t0'] });
  });

  it('leaves out the tray and what employees say', () => {
    const { coverage } = figures(
      oneTouchpoint([
        { kind: 'quote', cell: null, source: from('i1') },
        { kind: 'friction', lane: 'employee', source: from('i9') },
      ]),
    );
    expect(coverage).toMatchObject({ total: 0, share: null, assumed: ['t0'] });
  });
});

describe('frictions', () => {
  const journey = () => {
    const base = journeyOf({ touchpoints: [3], lanes: ['quote', 'friction', 'employee'], cards: [] });
    const at = (touchpointId: string, laneId: string) => ({ touchpointId, laneId });
    const cards = [
      cardOf(0, { kind: 'friction', severity: 2, cell: at('t0', 'friction'), source: from('i1') }),
      cardOf(1, { kind: 'friction', severity: 3, cell: at('t0', 'friction'), source: from('i2') }),
      cardOf(2, { kind: 'friction', severity: 1, cell: at('t0', 'friction'), source: from('i2', 2) }),
      cardOf(3, { kind: 'friction', severity: 3, cell: at('t1', 'friction') }),
      cardOf(4, { kind: 'friction', severity: 1, cell: at('t2', 'friction'), source: from('i1') }),
      cardOf(5, { kind: 'quote', cell: at('t0', 'quote') }),
      cardOf(6, { kind: 'quote', cell: at('t0', 'quote'), source: from('i1') }),
    ];
    return { ...base, cards };
  };

  it('score severity × reach, reach counted in distinct interviews', () => {
    const [worst] = figures(journey()).frictions;
    expect(worst).toMatchObject({ touchpointId: 't0', severity: 3, reach: 2, score: 6 });
    expect(worst?.cardIds).toEqual(['c1', 'c0', 'c2']);
    expect(worst?.quoteIds).toEqual(['c6', 'c5']);
  });

  it('are told by those who chafed, not by whoever was content at the same touchpoint', () => {
    const base = journey();
    const at = (laneId: string) => ({ touchpointId: 't0', laneId });
    const cards = [
      ...base.cards,
      cardOf(7, { kind: 'quote', cell: at('quote'), source: from('i7') }),
      cardOf(8, { kind: 'quote', cell: at('quote'), source: from('i8') }),
      cardOf(9, { kind: 'emotion', valence: 1, cell: at('quote'), source: from('i7', 2) }),
    ];
    expect(figures({ ...base, cards }).frictions[0]?.quoteIds).toEqual(['c6', 'c8', 'c5']);
  });

  it('sort by score; what nobody interviewed has mentioned comes last', () => {
    expect(figures(journey()).frictions.map((f) => [f.touchpointId, f.score])).toEqual([
      ['t0', 6],
      ['t2', 1],
      ['t1', 0],
    ]);
  });

  it.each([
    ['a friction in the employees’ lane', { kind: 'friction', lane: 'employee', evidence: 'reported' }],
    [
      'an employee card of negative valence',
      { kind: 'employee', valence: -0.5, lane: 'employee', evidence: 'reported' },
    ],
    [
      'a friction an employee’s interview reported',
      { kind: 'friction', lane: 'friction', evidence: 'reported' },
    ],
  ] as const)('list a mirrored problem first: %s', (_, { lane, ...card }) => {
    const base = journey();
    const cell = { touchpointId: 't2', laneId: lane };
    const mirror = cardOf(9, { ...card, cell, source: from('employee') });
    const [first] = figures({ ...base, cards: [...base.cards, mirror] }).frictions;
    expect(first).toMatchObject({ touchpointId: 't2', mirrored: true, reach: 1 });
  });

  it('are not mirrored by what a customer told of the employees', () => {
    const base = journey();
    const cell = { touchpointId: 't2', laneId: 'employee' };
    const told = cardOf(9, { kind: 'employee', valence: -2, cell, source: from('i5') });
    const spots = figures({ ...base, cards: [...base.cards, told] }).frictions;
    expect(spots.some((f) => f.mirrored)).toBe(false);
  });

  it('are not mirrored by an employee’s neutral or happy word', () => {
    const base = journey();
    const cell = { touchpointId: 't2', laneId: 'employee' };
    const kind = cardOf(9, { kind: 'employee', valence: 1, cell });
    const plain = cardOf(10, { kind: 'employee', cell });
    const spots = figures({ ...base, cards: [...base.cards, kind, plain] }).frictions;
    expect(spots.some((f) => f.mirrored)).toBe(false);
  });
});

describe('the figures of a snapshot', () => {
  it('are complete and valid for an empty journey', () => {
    const empty = figures(journeyOf({ touchpoints: [], lanes: [], cards: [] }));
    expect(figuresSchema.parse(JSON.parse(JSON.stringify(empty)))).toEqual(empty);
    expect(empty).toMatchObject({ chains: [], frictions: [], coverage: { share: null, total: 0 } });
  });

  it('count the cards on the map and those on the tray', () => {
    const { counts } = figures(
      oneTouchpoint([{ kind: 'quote' }, { kind: 'quote' }, { kind: 'quote', cell: null }]),
    );
    expect(counts).toMatchObject({ phases: 1, touchpoints: 1, onTray: 1 });
    expect(counts.cards.quote).toBe(2);
  });

  it('keep what they were told to assume', () => {
    const told = figures(oneTouchpoint([]), { priceLevel: 'high', lambda: 0.2 });
    expect(told.assumptions).toEqual({ priceLevel: 'high', bufferPercent: 30, lambda: 0.2 });
  });
});
