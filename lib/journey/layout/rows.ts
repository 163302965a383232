import type { Card, Journey, Lane } from '../model.ts';
import {
  type Cell,
  type CellInput,
  foldedCell,
  type Sizes,
  sameDrag,
  stackedCell,
  tokenCell,
} from './cell.ts';
import { curvePoints, emotionLaneHeight, levelHeights, levelOf } from './emotions.ts';
import { COLUMN, LANE } from './geometry.ts';
import { laneLines } from './header.ts';
import { keep, keepList, sameElements } from './keep.ts';
import type { ColumnBox, CurvePoint, Drag, RowBox } from './types.ts';

/** A lane as it was laid out last, with what it was made from; its cells by touchpoint. */
export interface Row {
  lane: Lane;
  pass: Pass;
  box: RowBox;
  cells: Map<string, Cell>;
}

/** What one pass over the lanes works with. */
export interface Pass {
  columns: ColumnBox[];
  personas: Journey['personas'];
  cardsOf: (laneId: string, touchpointId: string) => readonly Card[];
  /** The same function as long as the same cards are expanded. */
  sizeOf: Sizes;
  drag: Drag | undefined;
  boxOf: CellInput['boxOf'];
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

/** A lane laid out from `y` down, as it is to be shown; the very one it was where nothing has changed. */
export function layRow(pass: Pass, lane: Lane, y: number, isFolded: boolean, before: Row | undefined): Row {
  if (before && before.box.collapsed === isFolded && isUntouched(before, pass, lane, y)) return before;
  const lay = isFolded ? foldedRow : lane.kind === 'emotion' ? emotionRow : stackedRow;
  return lay(pass, lane, y, before);
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
