import type { Card, Journey, Lane, Persona } from '../model.ts';
import { type SizedCard, sizeCard } from './card-box.ts';
import { curvePoints, emotionLaneHeight, levelHeights, levelOf, tokenBox, withStars } from './emotions.ts';
import { CARD, CARD_WIDTH, COLUMN, LANE } from './geometry.ts';
import { across, HEADER_BOX, laneLines } from './header.ts';
import {
  type ColumnBox,
  cellKey,
  type Drag,
  type LayoutOptions,
  type MapLayout,
  type RowBox,
} from './types.ts';

export { hasSpine } from './card-box.ts';
export { levelTop, valenceToY, yToValence } from './emotions.ts';
export * from './geometry.ts';
export { cellAt, columnAt, rowAt } from './hit.ts';
export type * from './types.ts';
export { cellKey } from './types.ts';
export { cutBefore } from './wrap.ts';

/**
 * Where everything on the map is: pure, without a DOM, the same on every client and on the server.
 * Cards stack in their cell, lanes grow, nothing overlaps. Cards on the tray have no box.
 */
export function layout(journey: Journey, options: LayoutOptions = {}): MapLayout {
  const { phases, columns, width } = across(journey);
  const held = new Set(options.drag?.cardIds);
  const out: MapLayout = {
    width,
    height: 0,
    header: HEADER_BOX,
    phases,
    columns,
    rows: [],
    cards: new Map(),
    cells: new Map(),
    gap: null,
    curve: [],
  };
  const byCell = groupByCell(journey, held);
  const expanded = new Set(options.expanded);
  const collapsed = new Set(options.collapsed);
  for (const lane of journey.lanes) {
    const row = collapsed.has(lane.id) ? foldedRow : lane.kind === 'emotion' ? emotionRow : stackedRow;
    out.height += row({ out, lane, byCell, expanded, drag: options.drag, personas: journey.personas });
  }
  out.curve = withStars(out.curve);
  return out;
}

interface RowInput {
  out: MapLayout;
  lane: Lane;
  byCell: Map<string, Card[]>;
  expanded: Set<string>;
  drag: Drag | undefined;
  personas: readonly Persona[];
}

function groupByCell(journey: Journey, held: Set<string>): Map<string, Card[]> {
  const byCell = new Map<string, Card[]>();
  for (const card of journey.cards) {
    if (!card.place || held.has(card.id)) continue;
    const key = cellKey(card.place.touchpointId, card.place.laneId);
    const cell = byCell.get(key);
    if (cell) cell.push(card);
    else byCell.set(key, [card]);
  }
  return byCell;
}

const dragOver = (drag: Drag | undefined, column: ColumnBox, lane: Lane): Drag | null =>
  drag?.cell?.touchpointId === column.touchpointId && drag.cell.laneId === lane.id ? drag : null;

function addRow(
  out: MapLayout,
  lane: Lane,
  h: number,
  rest: Pick<RowBox, 'levels' | 'collapsed'> = { levels: null, collapsed: false },
): RowBox {
  const row = { laneId: lane.id, kind: lane.kind, y: out.height, h, lines: laneLines(lane, h), ...rest };
  out.rows.push(row);
  return row;
}

/** A lane folded away: what is in its cells is known, and what is dropped on it lands behind that. */
function foldedRow({ out, lane, byCell, drag }: RowInput): number {
  const row = addRow(out, lane, LANE.foldedHeight, { levels: null, collapsed: true });
  for (const column of out.columns) {
    const key = cellKey(column.touchpointId, lane.id);
    const cards = byCell.get(key) ?? [];
    if (cards.length > 0)
      out.cells.set(
        key,
        cards.map((c) => c.id),
      );
    if (dragOver(drag, column, lane))
      out.gap = { x: column.x + COLUMN.padX, y: row.y + 3, w: CARD_WIDTH, h: row.h - 6 };
  }
  return row.h;
}

/** A lane whose cards stack from the top; as high as its fullest cell. Returns its height. */
function stackedRow({ out, lane, byCell, expanded, drag }: RowInput): number {
  let height: number = LANE.minHeight;
  const top = out.height + COLUMN.padY;
  for (const column of out.columns) {
    const key = cellKey(column.touchpointId, lane.id);
    const cards = byCell.get(key) ?? [];
    const over = dragOver(drag, column, lane);
    const x = column.x + COLUMN.padX;
    let y = top;
    const openGap = (): void => {
      const h = over?.height ?? CARD.minHeight;
      out.gap = { x, y, w: CARD_WIDTH, h };
      y += h + COLUMN.gap;
    };
    cards.forEach((card, i) => {
      if (over?.index === i) openGap();
      const size: SizedCard = sizeCard(card, lane.kind, expanded.has(card.id));
      out.cards.set(card.id, { x, y, ...size });
      y += size.h + COLUMN.gap;
    });
    if (over && over.index >= cards.length) openGap();
    if (cards.length > 0)
      out.cells.set(
        key,
        cards.map((c) => c.id),
      );
    height = Math.max(height, y - COLUMN.gap - out.height + COLUMN.padY);
  }
  return addRow(out, lane, height).h;
}

/** The lane with an axis: tokens by valence, side by side where equal. Returns its height. */
function emotionRow({ out, lane, byCell, drag, personas }: RowInput): number {
  const cells = out.columns.map((column) => {
    const cards = byCell.get(cellKey(column.touchpointId, lane.id)) ?? [];
    const over = dragOver(drag, column, lane);
    return { column, cards, gapLevel: over ? levelOf(over.valence ?? null) : null };
  });
  const levels = levelHeights(
    cells.map(({ cards, gapLevel }) => [
      ...cards.map((c) => levelOf(c.valence)),
      ...(gapLevel === null ? [] : [gapLevel]),
    ]),
  );
  const row = addRow(out, lane, emotionLaneHeight(levels), { levels, collapsed: false });
  for (const { column, cards, gapLevel } of cells) {
    for (const level of new Set([...cards.map((c) => levelOf(c.valence)), gapLevel])) {
      if (level === null) continue;
      const tokens = cards.filter((c) => levelOf(c.valence) === level);
      const n = tokens.length + (level === gapLevel ? 1 : 0);
      tokens.forEach((card, i) => {
        out.cards.set(card.id, { ...sizeCard(card, 'emotion'), ...tokenBox(row, column, level, i, n) });
      });
      if (level === gapLevel) out.gap = tokenBox(row, column, level, n - 1, n);
    }
    out.curve.push(...curvePoints(row, column, cards, personas));
    if (cards.length > 0) {
      out.cells.set(
        cellKey(column.touchpointId, lane.id),
        cards.map((c) => c.id),
      );
    }
  }
  return row.h;
}
