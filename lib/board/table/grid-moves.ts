/**
 * The table as a grid of places: row 0 holds the phases, row 1 the touchpoints, then one row per lane;
 * column 0 holds the lanes' names. The corner takes both upper rows of column 0.
 */
export interface GridSize {
  rows: number;
  columns: number;
  /** The column each phase begins with, ascending; a phase reaches to the next one. */
  phases: readonly number[];
}
export interface GridPlace {
  row: number;
  column: number;
}

const clamp = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n));

/** The place itself, inside the grid; the corner's lower half is the corner. */
export function settle({ row, column }: GridPlace, grid: GridSize): GridPlace {
  const to = { row: clamp(row, 0, grid.rows - 1), column: clamp(column, 0, grid.columns - 1) };
  return to.column === 0 && to.row === 1 ? { ...to, row: 0 } : to;
}

/**
 * Where a key leads from a place, by the WAI-ARIA grid pattern; null for any other key. Up from a
 * touchpoint to its phase and down again comes back to the same touchpoint.
 * @param page how many rows Page Up and Page Down go over
 */
export function moveBy(
  key: string,
  { ctrl, page }: { ctrl: boolean; page: number },
  at: GridPlace,
  grid: GridSize,
): GridPlace | null {
  const { row, column } = at;
  const corner = column === 0 && row < 2;
  const last = { row: grid.rows - 1, column: grid.columns - 1 };
  switch (key) {
    case 'ArrowLeft':
      return settle({ row, column: row === 0 ? phaseBefore(column, grid) : column - 1 }, grid);
    case 'ArrowRight':
      return settle({ row, column: row === 0 ? phaseAfter(column, grid) : column + 1 }, grid);
    case 'ArrowUp':
      return settle({ row: row - 1, column }, grid);
    case 'ArrowDown':
      return settle({ row: corner ? 2 : row + 1, column }, grid);
    case 'PageUp':
      // Not past the names at once: whoever pages wants to read.
      return settle({ row: row > 2 ? Math.max(2, row - page) : row - 1, column }, grid);
    case 'PageDown':
      return settle({ row: corner ? 2 : row + page, column }, grid);
    case 'Home':
      return settle(ctrl ? { row: 0, column: 0 } : { row, column: 0 }, grid);
    case 'End':
      return settle(ctrl ? last : { row, column: last.column }, grid);
    default:
      return null;
  }
}

const phaseAfter = (column: number, { phases }: GridSize) => phases.find((start) => start > column) ?? column;

/** From inside a phase to the one before it, from the first to the corner. */
function phaseBefore(column: number, { phases }: GridSize): number {
  const own = phases.findLastIndex((start) => start <= column);
  return own > 0 ? (phases[own - 1] as number) : 0;
}

/** The phase a column belongs to, as its index; −1 for the lanes' names. */
export const phaseOf = (column: number, { phases }: GridSize): number =>
  phases.findLastIndex((start) => start <= column);
