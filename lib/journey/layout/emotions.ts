import type { Card, Persona } from '../model.ts';
import { CARD_WIDTH, COLUMN, EMOTION, TOKENS_PER_ROW } from './geometry.ts';
import type { Box, ColumnBox, CurvePoint, RowBox } from './types.ts';

/** 0 is valence +2, 8 is −2; a card without a valence waits on the middle level. */
export const levelOf = (valence: number | null): number =>
  Math.max(0, Math.min(EMOTION.levels - 1, Math.round((2 - (valence ?? 0)) * 2)));

/**
 * How high each level must be so that its fullest cell's tokens stand beside each other; `cells` gives
 * the level of every token (and of a gap) per cell.
 */
export function levelHeights(cells: readonly (readonly number[])[]): number[] {
  const rows = Array.from({ length: EMOTION.levels }, () => 1);
  for (const levels of cells) {
    const count = new Map<number, number>();
    for (const level of levels) {
      const n = (count.get(level) ?? 0) + 1;
      count.set(level, n);
      rows[level] = Math.max(rows[level] ?? 1, Math.ceil(n / TOKENS_PER_ROW));
    }
  }
  return rows.map((n) => n * EMOTION.level);
}

export const emotionLaneHeight = (levels: readonly number[]): number =>
  2 * EMOTION.padY + levels.reduce((sum, h) => sum + h, 0);

/** The y of a valence in an emotion row (its own levels may differ in height); null in other rows. */
export function valenceToY(row: RowBox, valence: number): number | null {
  if (!row.levels) return null;
  const exact = (2 - Math.max(-2, Math.min(2, valence))) * 2;
  const below = Math.floor(exact);
  const centre = (level: number) => levelTop(row, level) + (row.levels?.[level] ?? 0) / 2;
  const upper = centre(below);
  return exact === below ? upper : upper + (exact - below) * (centre(below + 1) - upper);
}

/** The half step of valence at a y of an emotion row, clamped to −2…+2; null in other rows. */
export function yToValence(row: RowBox, y: number): number | null {
  if (!row.levels) return null;
  let level = 0;
  while (level < EMOTION.levels - 1 && y >= levelTop(row, level + 1)) level += 1;
  return 2 - level / 2;
}

export function levelTop(row: RowBox, level: number): number {
  let top = row.y + EMOTION.padY;
  for (let i = 0; i < level; i += 1) top += row.levels?.[i] ?? 0;
  return top;
}

/** A place among tokens of one level: side by side, centred on the column; further rows below. */
export function tokenBox(row: RowBox, column: ColumnBox, level: number, i: number, n: number): Box {
  const line = Math.floor(i / TOKENS_PER_ROW);
  const lines = Math.ceil(n / TOKENS_PER_ROW);
  const inLine = line < lines - 1 ? TOKENS_PER_ROW : n - line * TOKENS_PER_ROW;
  const pitch = EMOTION.token + EMOTION.tokenGap;
  const width = inLine * pitch - EMOTION.tokenGap;
  const spare = ((row.levels?.[level] ?? 0) - lines * EMOTION.level) / 2;
  return {
    x: column.x + COLUMN.padX + (CARD_WIDTH - width) / 2 + (i % TOKENS_PER_ROW) * pitch,
    y: levelTop(row, level) + spare + line * EMOTION.level + (EMOTION.level - EMOTION.token) / 2,
    w: EMOTION.token,
    h: EMOTION.token,
  };
}

/**
 * The points of one cell of an emotion lane: everybody's mean first, then one for each persona that has
 * cards of its own here, in the order of `personas`. Where nobody has told a feeling there is no point.
 * `star` needs the whole lane; `withStars` sets it.
 */
export function curvePoints(
  row: RowBox,
  column: ColumnBox,
  cards: readonly Card[],
  personas: readonly Pick<Persona, 'id'>[],
): CurvePoint[] {
  if (!row.levels) return [];
  const felt = cards.filter((c): c is Felt => c.kind === 'emotion' && c.valence !== null);
  const point = (personaId: string | null): CurvePoint[] => {
    const own = personaId === null ? felt : felt.filter((c) => c.personaId === personaId);
    if (own.length === 0) return [];
    const valences = own.map((c) => c.valence);
    const mean = valences.reduce((sum, v) => sum + v, 0) / own.length;
    return [
      {
        laneId: row.laneId,
        touchpointId: column.touchpointId,
        personaId,
        x: column.x + column.w / 2,
        y: valenceToY(row, mean) ?? row.y,
        mean,
        n: own.length,
        low: Math.min(...valences),
        high: Math.max(...valences),
        star: false,
        cards: own.map((c) => c.id),
      },
    ];
  };
  return [...point(null), ...personas.flatMap((p) => point(p.id))];
}

type Felt = Card & { valence: number };

/** From this distance to indifference a touchpoint can be a moment of truth. */
const TELLING = 1;

/**
 * The points with the moments of truth starred: on each curve of each lane those whose mean is furthest
 * from 0, all of them when several are equally far. Points whose star is right already stay the same object.
 */
export function withStars(points: readonly CurvePoint[]): CurvePoint[] {
  const furthest = new Map<string, number>();
  const curve = (p: CurvePoint) => `${p.laneId} ${p.personaId ?? ''}`;
  for (const p of points) {
    furthest.set(curve(p), Math.max(TELLING, furthest.get(curve(p)) ?? 0, Math.abs(p.mean)));
  }
  return points.map((p) => {
    const star = Math.abs(p.mean) === furthest.get(curve(p));
    return p.star === star ? p : { ...p, star };
  });
}
