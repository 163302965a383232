import { expect, test } from 'vitest';
import { phaseColumns } from '../../../lib/board/table/columns.ts';
import { type GridSize, moveBy, phaseOf, settle } from '../../../lib/board/table/grid-moves.ts';

/** Two phases with three and two touchpoints, four lanes. */
const GRID: GridSize = { rows: 6, columns: 6, phases: [1, 4] };
const go = (key: string, row: number, column: number, ctrl = false) =>
  moveBy(key, { ctrl, page: 3 }, { row, column }, GRID);

test('arrows go from cell to cell and stop at the edges', () => {
  expect(go('ArrowRight', 3, 2)).toEqual({ row: 3, column: 3 });
  expect(go('ArrowLeft', 3, 1)).toEqual({ row: 3, column: 0 });
  expect(go('ArrowLeft', 3, 0)).toEqual({ row: 3, column: 0 });
  expect(go('ArrowRight', 3, 5)).toEqual({ row: 3, column: 5 });
  expect(go('ArrowDown', 5, 2)).toEqual({ row: 5, column: 2 });
  expect(go('ArrowDown', 2, 2)).toEqual({ row: 3, column: 2 });
});

test('a phase is one step wide however many touchpoints it has', () => {
  expect(go('ArrowRight', 0, 1)).toEqual({ row: 0, column: 4 });
  expect(go('ArrowRight', 0, 2)).toEqual({ row: 0, column: 4 });
  expect(go('ArrowRight', 0, 4)).toEqual({ row: 0, column: 4 });
  expect(go('ArrowLeft', 0, 5)).toEqual({ row: 0, column: 1 });
  expect(go('ArrowLeft', 0, 2)).toEqual({ row: 0, column: 0 });
  expect(phaseOf(3, GRID)).toBe(0);
  expect(phaseOf(0, GRID)).toBe(-1);
});

test('up to the phase and down again comes back to the same touchpoint', () => {
  const up = go('ArrowUp', 1, 3);
  expect(up).toEqual({ row: 0, column: 3 });
  expect(go('ArrowDown', 0, 3)).toEqual({ row: 1, column: 3 });
});

test('the corner stands for both upper rows', () => {
  expect(go('ArrowUp', 2, 0)).toEqual({ row: 0, column: 0 });
  expect(go('ArrowDown', 0, 0)).toEqual({ row: 2, column: 0 });
  expect(go('ArrowLeft', 1, 1)).toEqual({ row: 0, column: 0 });
});

test('Home and End go along the row, with Ctrl to the ends of the table', () => {
  expect(go('Home', 4, 3)).toEqual({ row: 4, column: 0 });
  expect(go('End', 4, 3)).toEqual({ row: 4, column: 5 });
  expect(go('Home', 4, 3, true)).toEqual({ row: 0, column: 0 });
  expect(go('End', 4, 3, true)).toEqual({ row: 5, column: 5 });
});

test('Page Up and Page Down go over several lanes and stop at the first before the names', () => {
  expect(go('PageDown', 2, 3)).toEqual({ row: 5, column: 3 });
  expect(go('PageUp', 4, 3)).toEqual({ row: 2, column: 3 });
  expect(go('PageUp', 2, 3)).toEqual({ row: 1, column: 3 });
});

test('other keys lead nowhere, and a place outside is brought inside', () => {
  expect(go('q', 3, 3)).toBeNull();
  expect(settle({ row: 12, column: -1 }, GRID)).toEqual({ row: 5, column: 0 });
});

test('a phase without touchpoints has one empty column', () => {
  const phase = (id: string) => ({ id, name: id, part: 'during' as const, order: id });
  const touchpoint = (id: string, phaseId: string) => ({
    id,
    name: id,
    place: { phaseId, order: id },
    mark: null,
    channel: null,
    owner: null,
    personas: [],
  });
  const groups = phaseColumns({
    phases: [phase('a'), phase('b'), phase('c')],
    touchpoints: [touchpoint('1', 'a'), touchpoint('2', 'a'), touchpoint('3', 'c')],
  });
  expect(groups.map(({ start, span }) => [start, span])).toEqual([
    [1, 2],
    [3, 1],
    [4, 1],
  ]);
});
