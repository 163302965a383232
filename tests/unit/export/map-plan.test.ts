import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_SHEETS, planMap } from '../../../lib/export/pdf/map-plan.ts';
import { scaleFor } from '../../../lib/export/png/scale.ts';

const NAMES = { width: 172, height: 178 };
const A3 = { width: 1122, height: 711 };

/** So many columns of 248 and lanes of the heights given. */
function mapOf(columns: number, heights: number[]) {
  let y = 0;
  const rows = heights.map((h) => {
    y += h;
    return { y: y - h, h };
  });
  const width = columns * 248;
  return {
    columns: Array.from({ length: columns }, (_, i) => ({ x: i * 248, w: 248 })),
    ...{ rows, width, height: y },
  } as unknown as Parameters<typeof planMap>[0];
}

it('lays a small map on one sheet, no larger than is pleasant', () => {
  const plan = planMap(mapOf(2, [100]), NAMES, A3);
  expect([plan.columns.length, plan.rows.length]).toEqual([1, 1]);
  expect(plan.scale).toBe(1.1);
});

it('shows every touchpoint and lane whole, on sheets they fit on, below five points only where there would be too many (seed 6)', () => {
  const heights = fc.array(fc.integer({ min: 28, max: 900 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), heights, (columns, lanes) => {
      const map = mapOf(columns, lanes);
      const plan = planMap(map, NAMES, A3);
      const sheets = plan.columns.length * plan.rows.length;
      expect(sheets).toBeLessThanOrEqual(MOST_SHEETS);
      if (plan.scale * 15 < 4.99) expect(sheets).toBeGreaterThan(MOST_SHEETS / 2);
      for (const { from, to } of plan.columns) {
        expect((to - from + NAMES.width) * plan.scale).toBeLessThanOrEqual(A3.width + 0.01);
      }
      for (const { from, to } of plan.rows) {
        expect((to - from + NAMES.height) * plan.scale).toBeLessThanOrEqual(A3.height + 0.01);
      }
      const holds = (parts: readonly { from: number; to: number }[], from: number, to: number) =>
        parts.some((p) => p.from <= from && p.to >= to);
      for (const { x, w } of map.columns) expect(holds(plan.columns, x, x + w)).toBe(true);
      for (const { y, h } of map.rows) expect(holds(plan.rows, y, y + h)).toBe(true);
    }),
    { seed: 6 },
  );
});

it('divides a lane that is higher than a sheet, and shows all of it', () => {
  const plan = planMap(mapOf(4, [9_000]), NAMES, A3);
  expect(plan.rows[0]?.from).toBe(0);
  expect(plan.rows.at(-1)?.to).toBe(9_000);
  for (const [i, row] of plan.rows.entries()) {
    if (i > 0) expect(row.from).toBeLessThan(plan.rows[i - 1]?.to ?? 0);
  }
});

it('gives a picture two pixels for one, and fewer where it would grow too large', () => {
  expect(scaleFor({ width: 1_000, height: 800 })).toBe(2);
  for (const size of [
    { width: 50_000, height: 900 },
    { width: 9_000, height: 9_000 },
  ]) {
    const scale = scaleFor(size);
    expect(Math.max(size.width, size.height) * scale).toBeLessThanOrEqual(16_000);
    expect(size.width * size.height * scale ** 2).toBeLessThanOrEqual(50_000_001);
  }
});
