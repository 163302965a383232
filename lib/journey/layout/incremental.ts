import type { Card, Journey, Lane } from '../model.ts';
import {
  type Cell,
  type CellInput,
  foldedCell,
  rememberSizes,
  type Sizes,
  sameDrag,
  stackedCell,
  tokenCell,
} from './cell.ts';
import { curvePoints, emotionLaneHeight, levelHeights, levelOf, withStars } from './emotions.ts';
import { COLUMN, LANE } from './geometry.ts';
import { across, HEADER_BOX, laneLines } from './header.ts';
import { keep, keepList, sameElements } from './keep.ts';
import type { LayoutOptions } from './types.ts';
import { type ColumnBox, type CurvePoint, cellKey, type Drag, type MapLayout, type RowBox } from './types.ts';

export type Layout = (journey: Journey, options?: LayoutOptions) => MapLayout;

/** A lane as it was laid out last, with what it was made from; its cells by touchpoint. */
interface Row {
  lane: Lane;
  pass: Pass;
  box: RowBox;
  cells: Map<string, Cell>;
}

/** What one pass over the lanes works with. */
interface Pass {
  columns: ColumnBox[];
  personas: Journey['personas'];
  cardsOf: (laneId: string, touchpointId: string) => readonly Card[];
  /** The same function as long as the same cards are expanded. */
  sizeOf: Sizes;
  drag: Drag | undefined;
  boxOf: CellInput['boxOf'];
}

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
      const before = rows.get(lane.id);
      const isFolded = collapsed.has(lane.id);
      const lay = isFolded ? foldedRow : lane.kind === 'emotion' ? emotionRow : stackedRow;
      const row =
        before && before.box.collapsed === isFolded && isUntouched(before, pass, lane, height)
          ? before
          : lay(pass, lane, height, before);
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

/** Whether a lane comes out as it was: nothing it is made from is another object. */
function isUntouched({ lane, pass: before, box, cells }: Row, pass: Pass, now: Lane, y: number): boolean {
  return (
    lane === now &&
    box.y === y &&
    before.columns === pass.columns &&
    before.personas === pass.personas &&
    before.sizeOf === pass.sizeOf &&
    before.drag?.cell?.laneId !== lane.id &&
    pass.drag?.cell?.laneId !== lane.id &&
    pass.columns.every(({ touchpointId }) => {
      const cell = cells.get(touchpointId);
      return cell !== undefined && sameElements(cell.cards, pass.cardsOf(lane.id, touchpointId));
    })
  );
}

/** The lane's cells from left to right, each with what it was before. */
function inputs({ columns, cardsOf, drag, boxOf }: Pass, lane: Lane, before: Row | undefined): CellInput[] {
  return columns.map((column) => ({
    before: before?.cells.get(column.touchpointId),
    column,
    cards: cardsOf(lane.id, column.touchpointId),
    over: drag?.cell?.touchpointId === column.touchpointId && drag.cell.laneId === lane.id ? drag : null,
    boxOf,
  }));
}

const byTouchpoint = (cells: readonly Cell[]) =>
  new Map(cells.map((cell) => [cell.column.touchpointId, cell]));

function rowBox(lane: Lane, y: number, h: number, rest: Partial<RowBox>, before: Row | undefined): RowBox {
  const lines = laneLines(lane, h);
  return keep(before?.box, {
    laneId: lane.id,
    kind: lane.kind,
    y,
    h,
    lines,
    levels: null,
    collapsed: false,
    ...rest,
  });
}

/** A lane whose cards stack from the top; as high as its fullest cell. */
function stackedRow(pass: Pass, lane: Lane, y: number, before: Row | undefined): Row {
  const cells = inputs(pass, lane, before).map((input) =>
    stackedCell(input, y + COLUMN.padY, lane.kind, pass.sizeOf),
  );
  const fullest = cells.reduce((most, cell) => Math.max(most, cell.height), 0);
  const h = Math.max(LANE.minHeight, fullest + 2 * COLUMN.padY);
  return { lane, pass, box: rowBox(lane, y, h, {}, before), cells: byTouchpoint(cells) };
}

/** A lane folded away: what is in its cells is known, and what is dropped on it lands behind that. */
function foldedRow(pass: Pass, lane: Lane, y: number, before: Row | undefined): Row {
  const box = rowBox(lane, y, LANE.foldedHeight, { collapsed: true }, before);
  const cells = inputs(pass, lane, before).map((input) => foldedCell(input, box));
  return { lane, pass, box, cells: byTouchpoint(cells) };
}

/** The lane with an axis: tokens by valence, and the points of its curves. */
function emotionRow(pass: Pass, lane: Lane, y: number, before: Row | undefined): Row {
  const cells = inputs(pass, lane, before);
  const heights = levelHeights(
    cells.map(({ cards, over }) => [
      ...cards.map((c) => levelOf(c.valence)),
      ...(over ? [levelOf(over.valence ?? null)] : []),
    ]),
  );
  const levels = keepList(before?.box.levels ?? undefined, heights);
  const box = rowBox(lane, y, emotionLaneHeight(levels), { levels }, before);
  const isSame = (cell: Cell | undefined, { column, cards, over }: CellInput): cell is Cell =>
    cell !== undefined &&
    cell.row === box &&
    cell.column.x === column.x &&
    sameDrag(cell.over, over) &&
    sameElements(cell.cards, cards);
  const laid = cells.map((input): Cell => {
    const held = input.before;
    const isSameCell = isSame(held, input);
    const cell = isSameCell ? held : tokenCell(input, box, pass.sizeOf);
    const points = curvePoints(box, input.column, input.cards, pass.personas);
    const curve = keepList(
      held?.curve,
      points.map((p, i) => keepPoint(held?.curve[i], p)),
    );
    return isSameCell && held.curve === curve ? held : { ...cell, curve };
  });
  return { lane, pass, box, cells: byTouchpoint(laid) };
}

const keepPoint = (before: CurvePoint | undefined, next: CurvePoint) =>
  keep(before, { ...next, cards: keepList(before?.cards, next.cards) });

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
