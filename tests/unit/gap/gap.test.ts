import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, gapOf } from '../../../lib/journey/gap/index.ts';
import type { Journey, Mark } from '../../../lib/journey/model.ts';
import { type CardInput, cardOf, journeyOf } from '../../support/journeys.ts';

/** One phase, touchpoints t0… with these marks. */
const marked = (marks: (Mark | null)[], cards: CardInput[] = []): Journey => {
  const journey = journeyOf({
    touchpoints: [marks.length],
    lanes: ['quote', 'emotion', 'friction'],
    cards: cards.map((card, i) => cardOf(i, card)),
  });
  return { ...journey, touchpoints: journey.touchpoints.map((t, i) => ({ ...t, mark: marks[i] ?? null })) };
};
const without = (journey: Journey, ...ids: string[]): Journey => ({
  ...journey,
  touchpoints: journey.touchpoints.filter(({ id }) => !ids.includes(id)),
  cards: journey.cards.filter(({ place }) => !ids.includes(place?.touchpointId ?? '')),
});
const aiming = (journey: Journey, marks: Record<string, Mark>): Journey => ({
  ...journey,
  touchpoints: journey.touchpoints.map((t) => ({ ...t, mark: marks[t.id] ?? t.mark })),
});
const moveCards = (journey: Journey, from: string, to: string, n = Number.POSITIVE_INFINITY): Journey => {
  let left = n;
  return {
    ...journey,
    cards: journey.cards.map((card) => {
      if (card.place?.touchpointId !== from || left <= 0) return card;
      left -= 1;
      return { ...card, place: { ...card.place, touchpointId: to } };
    }),
  };
};
const rowOf = (asIs: Journey, toBe: Journey, id: string) =>
  gapOf(asIs, toBe).rows.find((row) => row.touchpointId === id);
const at = (touchpointId: string, laneId = 'quote') => ({ touchpointId, laneId });

describe('the worked example', () => {
  /** The method's: 4 of +1, 3 of 0, 3 of −1, capital +1. t3 is grave: a friction of severity 3. */
  const asIs = marked(
    [1, 1, 0, -1, 1, 0, -1, 0, -1, 1],
    [{ kind: 'friction', severity: 3, cell: at('t3', 'friction') }],
  );
  /** t8 is done without, the grave one is to meet the expectation, a met one is to exceed it. */
  const toBe = aiming(without(asIs, 't8'), { t3: 0, t5: 1 });
  const gap = gapOf(asIs, toBe);

  it('grows from +1 to +4 on nine touchpoints with one minus left', () => {
    expect(gap.today).toMatchObject({ touchpoints: 10, capital: { plain: 1, alarm: 'thinBuffer' } });
    expect(gap.aimed).toMatchObject({ touchpoints: 9, capital: { plain: 4, alarm: 'none' } });
    expect([gap.today.ratio, gap.aimed.ratio]).toMatchObject([
      { plus: 4, minus: 3 },
      { plus: 5, minus: 1 },
    ]);
  });

  it('says what each touchpoint does to it', () => {
    const effects = gap.rows.filter((row) => row.effect !== 0);
    expect(effects.map(({ touchpointId, fate, effect }) => [touchpointId, fate, effect])).toEqual([
      ['t3', 'kept', 1],
      ['t5', 'kept', 1],
      ['t8', 'removed', 1],
    ]);
  });

  it('puts the grave minus first, lift × gravity', () => {
    expect(gap.priorities).toEqual(['t3', 't5']);
    expect(rowOf(asIs, toBe, 't3')).toMatchObject({ lift: 1, priority: 3, today: { mark: -1, weight: 3 } });
    expect(rowOf(asIs, toBe, 't5')).toMatchObject({ lift: 1, priority: 1 });
    expect(rowOf(asIs, toBe, 't8')).toMatchObject({ lift: null, priority: 0, aimed: null });
  });
});

describe('a touchpoint that is on one map only', () => {
  const cards = [1, 2, 3].map(() => ({ kind: 'quote' as const, cell: at('t1') }));
  const asIs = marked([0, -1, 0], cards);
  const gone = (journey: Journey) => ({
    ...journey,
    touchpoints: journey.touchpoints.filter(({ id }) => id !== 't1'),
  });

  it('was taken over by the one where most of its cards lie now', () => {
    const toBe = gone(moveCards(moveCards(asIs, 't1', 't0', 1), 't1', 't2'));
    expect(rowOf(asIs, toBe, 't1')).toMatchObject({ fate: 'merged', into: { touchpointId: 't2' } });
  });

  it('was removed when its cards went with it or wait on the tray', () => {
    const onTray = { ...asIs, cards: asIs.cards.map((card) => ({ ...card, place: null })) };
    for (const toBe of [without(asIs, 't1'), gone(onTray)]) {
      expect(rowOf(asIs, toBe, 't1')).toMatchObject({ fate: 'removed', into: null });
    }
  });

  it('stands in the list where it was', () => {
    expect(gapOf(asIs, without(asIs, 't1')).rows.map((row) => row.touchpointId)).toEqual(['t0', 't1', 't2']);
  });

  it('is new where the map of today lacks it', () => {
    expect(rowOf(without(asIs, 't1'), asIs, 't1')).toMatchObject({ fate: 'added', today: null, effect: -1 });
  });
});

describe('a touchpoint on both maps', () => {
  const asIs = marked([1, 0, -1]);

  it('may be called something else, and moved', () => {
    const [a, b, c] = asIs.touchpoints as [Journey['touchpoints'][0], ...Journey['touchpoints']];
    const toBe = { ...asIs, touchpoints: [a, c, { ...b, name: 'Pays' }] } as Journey;
    const gap = gapOf(asIs, toBe);
    const moved = gap.rows.filter((row) => row.moved);
    expect(moved).toHaveLength(1);
    expect(rowOf(asIs, toBe, 't1')).toMatchObject({ name: 'Pays', wasCalled: 'Touchpoint 1', fate: 'kept' });
    expect(gap.rows).toHaveLength(3);
    expect(gap.columns).toHaveLength(4);
  });

  it('has no lift where one of the marks is missing: nothing is made up', () => {
    const toBe = aiming(marked([1, null, -1]), {});
    expect(rowOf(asIs, toBe, 't1')).toMatchObject({ lift: null, aimed: { mark: null } });
  });

  it('may be aimed lower, which is no priority', () => {
    const toBe = aiming(asIs, { t0: 0 });
    expect(rowOf(asIs, toBe, 't0')).toMatchObject({ lift: -1, effect: -1, priority: 0 });
    expect(gapOf(asIs, toBe).priorities).toEqual([]);
  });

  it('shows the mean feeling of each map', () => {
    const feel = (valence: number) =>
      marked([null], [{ kind: 'emotion', valence, cell: at('t0', 'emotion') }]);
    expect(rowOf(feel(-2), feel(1.5), 't0')).toMatchObject({
      today: { mark: -1, from: 'emotions', meanValence: -2 },
      aimed: { mark: 1, meanValence: 1.5 },
      lift: 2,
    });
  });
});

const MARKS = fc.array(fc.constantFrom<(Mark | null)[]>(1, 0, -1, null), { maxLength: 12 });
/** A map and what became of it: some touchpoints gone, the others in another order and with other marks. */
const TWO = fc.tuple(MARKS, fc.infiniteStream(fc.nat(1_000))).map(([marks, numbers]) => {
  const asIs = marked(marks);
  const next = () => numbers.next().value;
  const kept = asIs.touchpoints.filter(() => next() % 4 > 0);
  const shuffled = kept
    .map((t) => ({ t, rank: next() }))
    .sort((x, y) => x.rank - y.rank)
    .map(({ t }) => ({ ...t, mark: ([1, 0, -1, null] as const)[next() % 4] ?? null }));
  return [asIs, { ...asIs, touchpoints: shuffled }] as const;
});

describe('the gap, seed 6', () => {
  it('between a map and itself is none', () => {
    fc.assert(
      fc.property(MARKS, (marks) => {
        const gap = gapOf(marked(marks), marked(marks));
        expect(gap.isNone).toBe(true);
        expect(gap.priorities).toEqual([]);
        expect(gap.columns.every(({ at: where }) => where === 'both')).toBe(true);
      }),
      { seed: 6 },
    );
  });

  it('adds up: the effects are the difference of the capitals', () => {
    fc.assert(
      fc.property(TWO, ([asIs, toBe]) => {
        const gap = gapOf(asIs, toBe);
        const sum = gap.rows.reduce((total, row) => total + row.effect, 0);
        expect(sum).toBe(gap.aimed.capital.plain - gap.today.capital.plain);
        expect(gap.rows.map((row) => row.touchpointId).sort()).toEqual(
          [...new Set([...asIs.touchpoints, ...toBe.touchpoints].map(({ id }) => id))].sort(),
        );
      }),
      { seed: 6 },
    );
  });

  it('keeps both orders along the line', () => {
    fc.assert(
      fc.property(TWO, ([asIs, toBe]) => {
        const ids = ({ touchpoints }: Journey) => touchpoints.map(({ id }) => id);
        const columns = align(ids(asIs), ids(toBe));
        const of = (other: 'asIs' | 'toBe') =>
          columns.filter((c) => c.at !== other).map((c) => c.touchpointId);
        expect(of('toBe')).toEqual(ids(asIs));
        expect(of('asIs')).toEqual(ids(toBe));
      }),
      { seed: 6 },
    );
  });
});
