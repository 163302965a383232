import type { Card, Journey } from '../model.ts';
import { rememberSizes } from './cell.ts';
import { withStars } from './emotions.ts';
import { across, HEADER_BOX } from './header.ts';
import { keep, keepList, sameElements } from './keep.ts';
import { layRow, type Pass, type Row } from './rows.ts';
import { type ColumnBox, type CurvePoint, cellKey, type LayoutOptions, type MapLayout } from './types.ts';

export type Layout = (journey: Journey, options?: LayoutOptions) => MapLayout;

const NONE: readonly Card[] = [];
const NO_IDS: readonly string[] = [];

/**
 * A layout that remembers its last one: a cell whose cards are the same objects is not computed again, and
 * whatever comes out as it was is the same object. Gives the same values as one that remembers nothing.
 */
export function createLayout(): Layout {
  const sizes = rememberSizes();
  let rows = new Map<string, Row>();
  let rawCurve: CurvePoint[] = [];
  let last: MapLayout | undefined;

  return (journey, options = {}) => {
    const { phases, columns, width } = acrossKept(journey, last);
    const pass: Pass = {
      columns,
      personas: journey.personas,
      cardsOf: groupByCell(journey, new Set(options.drag?.cardIds)),
      sizeOf: sizes(options.expanded ?? NO_IDS),
      drag: options.drag,
      boxOf: (cardId) => last?.cards.get(cardId),
    };
    const collapsed = new Set(options.collapsed);
    const next = new Map<string, Row>();
    let height = 0;
    for (const lane of journey.lanes) {
      const row = layRow(pass, lane, height, collapsed.has(lane.id), rows.get(lane.id));
      next.set(lane.id, row);
      height += row.box.h;
    }
    const before = rows;
    rows = next;
    const points = curvesOf(rows, columns);
    const curve = last && sameElements(rawCurve, points) ? last.curve : withStars(points);
    rawCurve = points;
    last = keep(last, {
      width,
      height,
      header: HEADER_BOX,
      phases,
      columns,
      rows: keepList(
        last?.rows,
        [...rows.values()].map((r) => r.box),
      ),
      ...contents(rows, before, columns, last),
      curve,
    });
    return last;
  };
}

function acrossKept(journey: Journey, last: MapLayout | undefined) {
  const { phases, columns, width } = across(journey);
  return {
    width,
    phases: keepList(
      last?.phases,
      phases.map((p, i) => keep(last?.phases[i], p)),
    ),
    columns: keepList(
      last?.columns,
      columns.map((c, i) => keep(last?.columns[i], c)),
    ),
  };
}

function groupByCell(journey: Journey, held: ReadonlySet<string>): Pass['cardsOf'] {
  const lanes = new Map<string, Map<string, Card[]>>();
  for (const card of journey.cards) {
    if (!card.place || held.has(card.id)) continue;
    const { laneId, touchpointId } = card.place;
    let lane = lanes.get(laneId);
    if (!lane) {
      lane = new Map();
      lanes.set(laneId, lane);
    }
    const cell = lane.get(touchpointId);
    if (cell) cell.push(card);
    else lane.set(touchpointId, [card]);
  }
  return (laneId, touchpointId) => lanes.get(laneId)?.get(touchpointId) ?? NONE;
}

function curvesOf(rows: ReadonlyMap<string, Row>, columns: readonly ColumnBox[]): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (const { box, cells } of rows.values()) {
    if (!box.levels) continue;
    for (const { touchpointId } of columns) points.push(...(cells.get(touchpointId)?.curve ?? []));
  }
  return points;
}

type Contents = Pick<MapLayout, 'cards' | 'cells' | 'gap'>;

/** The boxes by card and the cards by cell; the same maps as before where nothing in them changed. */
function contents(
  rows: ReadonlyMap<string, Row>,
  before: ReadonlyMap<string, Row>,
  columns: readonly ColumnBox[],
  last: MapLayout | undefined,
): Contents {
  const cards: MapLayout['cards'] = new Map();
  const cells: MapLayout['cells'] = new Map();
  let gap: MapLayout['gap'] = null;
  let isSame = last !== undefined && last.columns === columns && rows.size === before.size;
  const lanes = before.keys();
  for (const [laneId, row] of rows) isSame &&= lanes.next().value === laneId && before.get(laneId) === row;
  if (last && isSame) return { cards: last.cards, cells: last.cells, gap: last.gap };
  for (const [laneId, row] of rows) {
    for (const { touchpointId } of columns) {
      const cell = row.cells.get(touchpointId);
      if (!cell) continue;
      if (cell.ids.length > 0) cells.set(cellKey(touchpointId, laneId), cell.ids);
      cell.boxes.forEach((box, i) => {
        cards.set(cell.ids[i] as string, box);
      });
      if (cell.gap) gap = cell.gap;
    }
  }
  return {
    cards: keepMap(last?.cards, cards),
    cells: keepMap(last?.cells, cells),
    gap: gap && keep(last?.gap ?? undefined, gap),
  };
}

/** The order counts: it is that of reading. */
function keepMap<T>(before: Map<string, T> | undefined, next: Map<string, T>): Map<string, T> {
  if (!before || before.size !== next.size) return next;
  const held = before.entries();
  for (const [key, value] of next) {
    const [heldKey, heldValue] = held.next().value as [string, T];
    if (heldKey !== key || heldValue !== value) return next;
  }
  return before;
}
