import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SNAPSHOT_REASONS } from '../../../lib/db/schema/index.ts';
import { type Aged, isThinned, toThin } from '../../../lib/services/snapshots/thinning.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEED = 20_261_122;

const aged = (number: number, ageMs: number, rest: Partial<Aged> = {}): Aged => ({
  number,
  map: 'asIs',
  reason: 'activity',
  takenAt: new Date(NOW.getTime() - ageMs),
  isHeld: false,
  ...rest,
});

/** The oldest first, numbered in the order they were taken. */
const history = fc
  .array(
    fc.record({
      ageMs: fc.integer({ min: 0, max: 400 * DAY }),
      map: fc.constantFrom('asIs' as const, 'toBe' as const),
      reason: fc.constantFrom(...SNAPSHOT_REASONS),
      isHeld: fc.boolean(),
    }),
    { maxLength: 300 },
  )
  .map((list) =>
    list
      .sort((a, b) => b.ageMs - a.ageMs)
      .map(({ ageMs, map, reason, isHeld }, i) => aged(i + 1, ageMs, { map, reason, isHeld })),
  );

const without = (list: readonly Aged[], gone: readonly number[]) =>
  list.filter(({ number }) => !gone.includes(number));

describe('thinning', () => {
  it('keeps all of the last 24 hours', () => {
    const list = Array.from({ length: 96 }, (_, i) => aged(96 - i, i * 900_000));
    expect(toThin(list, NOW)).toEqual([]);
  });

  it('keeps the last of each hour for a week, of each day for 90 days, then of each week', () => {
    const everyQuarter = Array.from({ length: 365 * 96 }, (_, i) => aged(365 * 96 - i, i * 900_000));
    const left = without(everyQuarter, toThin(everyQuarter, NOW));
    const between = (from: number, to: number) =>
      left.filter(({ takenAt }) => {
        const age = NOW.getTime() - takenAt.getTime();
        return age >= from && age < to;
      }).length;
    expect(between(0, DAY)).toBe(96);
    expect(between(DAY, 7 * DAY)).toBe(6 * 24);
    expect(between(7 * DAY, 90 * DAY)).toBeGreaterThanOrEqual(83);
    expect(between(7 * DAY, 90 * DAY)).toBeLessThanOrEqual(84);
    expect(between(90 * DAY, 365 * DAY)).toBeLessThanOrEqual(41);
    expect(between(90 * DAY, 365 * DAY)).toBeGreaterThanOrEqual(39);
  });

  it('leaves what somebody took or refers to, and the newest of each map', () => {
    const list = [
      aged(1, 40 * DAY, { reason: 'manual' }),
      aged(2, 40 * DAY - 1, { isHeld: true }),
      aged(3, 40 * DAY - 2),
      aged(4, 40 * DAY - 3, { map: 'toBe' }),
      aged(5, 40 * DAY - 4, { reason: 'stage' }),
    ];
    expect(toThin(list, NOW)).toEqual([3]);
  });

  it(`never takes what must stay (seed ${SEED})`, () => {
    fc.assert(
      fc.property(history, (list) => {
        const gone = toThin(list, NOW);
        const newest = (['asIs', 'toBe'] as const).map((map) => list.findLast((one) => one.map === map));
        for (const one of list.filter(({ number }) => gone.includes(number))) {
          expect(isThinned(one.reason)).toBe(true);
          expect(one.isHeld).toBe(false);
          expect(newest).not.toContain(one);
          expect(NOW.getTime() - one.takenAt.getTime()).toBeGreaterThanOrEqual(DAY);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it(`leaves one in every week where there was one (seed ${SEED})`, () => {
    const weeksOf = (list: readonly Aged[]) =>
      new Set(list.map(({ map, takenAt }) => `${map} ${Math.floor(takenAt.getTime() / (7 * DAY))}`));
    fc.assert(
      fc.property(history, (list) => {
        expect(weeksOf(without(list, toThin(list, NOW)))).toEqual(weeksOf(list));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it(`comes to the same whether it ran every day or never before (seed ${SEED})`, () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 30 }), (list, days) => {
        const once = without(list, toThin(list, NOW));
        let left: Aged[] = list;
        for (let at = NOW.getTime() - 420 * DAY; at < NOW.getTime(); at += days * DAY) {
          // What was not there yet cannot be told apart by the rule, but it makes older ones not the newest.
          const then = left.filter(({ takenAt }) => takenAt.getTime() <= at);
          left = without(left, toThin(then, new Date(at)));
        }
        expect(without(left, toThin(left, NOW))).toEqual(once);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});
