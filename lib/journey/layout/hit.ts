import { yToValence } from './emotions.ts';
import { type ColumnBox, cellKey, type MapLayout, type RowBox } from './types.ts';

/** The column at x; in the white between phases the nearer one; null beside the grid or in an empty phase. */
export function columnAt(map: MapLayout, x: number): ColumnBox | null {
  if (x < 0 || x >= map.width) return null;
  const inside = map.columns.find((c) => x >= c.x && x < c.x + c.w);
  if (inside) return inside;
  if (map.phases.some((p) => x >= p.x && x < p.x + p.w)) return null;
  let nearest: ColumnBox | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const column of map.columns) {
    const away = Math.abs(x - (column.x + column.w / 2));
    if (away < least) [nearest, least] = [column, away];
  }
  return nearest;
}

export const rowAt = (map: MapLayout, y: number): RowBox | null =>
  map.rows.find((r) => y >= r.y && y < r.y + r.h) ?? null;

export interface Hit {
  touchpointId: string;
  laneId: string;
  /** Rank a card dropped here gets in the cell: before the first card whose middle is below y. */
  index: number;
  /** Only in an emotion lane, in half steps. */
  valence?: number;
}

/** The cell at a page point; null outside the grid. While dragging, pass the layout made with `drag`. */
export function cellAt(map: MapLayout, x: number, y: number): Hit | null {
  const column = columnAt(map, x);
  const row = rowAt(map, y);
  if (!column || !row) return null;
  const held = map.cells.get(cellKey(column.touchpointId, row.laneId)) ?? [];
  const hit = { touchpointId: column.touchpointId, laneId: row.laneId };
  const valence = yToValence(row, y);
  if (valence !== null) return { ...hit, index: held.length, valence };
  const before = held.findIndex((id) => {
    const box = map.cards.get(id);
    return box !== undefined && y < box.y + box.h / 2;
  });
  return { ...hit, index: before < 0 ? held.length : before };
}
