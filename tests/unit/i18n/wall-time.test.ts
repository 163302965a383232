import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromWallTime, toWallTime } from '../../../lib/i18n/wall-time.ts';

test('a time of day in Sweden is the moment it is there, summer and winter', () => {
  expect(fromWallTime('2026-12-01T13:00')?.toISOString()).toBe('2026-12-01T12:00:00.000Z');
  expect(fromWallTime('2026-07-01T13:00')?.toISOString()).toBe('2026-07-01T11:00:00.000Z');
  expect(toWallTime(new Date('2026-12-01T12:00:00Z'))).toBe('2026-12-01T13:00');
});

test('on the days the clocks change, too', () => {
  // 29 March 2026: 02:00 becomes 03:00, so half past two is not; 25 October: half past two is twice.
  expect(fromWallTime('2026-03-29T01:59')?.toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(fromWallTime('2026-03-29T02:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(fromWallTime('2026-03-29T03:00')?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(toWallTime(fromWallTime('2026-10-25T02:30') as Date)).toBe('2026-10-25T02:30');
  expect(fromWallTime('2026-10-25T03:00')?.toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test('every moment comes back as itself, but for the hour that is twice (seed 3)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 * 365 * 24 * 60 }), (minutes) => {
      const at = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000);
      const back = fromWallTime(toWallTime(at));
      expect([0, 3_600_000]).toContain(Math.abs(Number(back) - Number(at)));
      expect(toWallTime(back as Date)).toBe(toWallTime(at));
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('what is no such time is none', () => {
  for (const text of [
    '',
    'i morgon',
    '2026-13-01T10:00',
    '2026-12-01',
    '2026-12-01T10:00Z',
    '2026-12-01T25:00',
  ])
    expect(fromWallTime(text)).toBeNull();
});
