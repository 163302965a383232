import type { Card, LaneKind } from '../model.ts';
import { type SizedCard, sizeCard } from './card-box.ts';
import { levelOf, tokenBox } from './emotions.ts';
import { CARD, CARD_WIDTH, COLUMN } from './geometry.ts';
import { keep, keepList, sameElements } from './keep.ts';
import type { Box, CardBox, ColumnBox, CurvePoint, Drag, RowBox } from './types.ts';

/** One cell as it was laid out last, with everything it was made from. */
export interface Cell {
  column: ColumnBox;
  cards: readonly Card[];
  ids: string[];
  /** The drag that opens a gap here. */
  over: Drag | null;
  boxes: CardBox[];
  gap: Box | null;
  /** Of a stacked cell: its cards' sizes and the y of its first card. */
  sizes: SizedCard[];
  top: number;
  /** Of a stacked cell: from its first card's top to its last one's foot. */
  height: number;
  /** Of an emotion cell: the row it stands on and its points of the curves. */
  row: RowBox | null;
  curve: CurvePoint[];
}

export interface CellInput {
  before: Cell | undefined;
  column: ColumnBox;
  cards: readonly Card[];
  over: Drag | null;
  /** The box a card had before, wherever that was. */
  boxOf: (cardId: string) => CardBox | undefined;
}

const idsOf = (before: Cell | undefined, cards: readonly Card[]) =>
  before?.cards === cards
    ? before.ids
    : keepList(
        before?.ids,
        cards.map((c) => c.id),
      );

/** What a folded lane knows of a cell: who is in it, and where something dropped on it will go. */
export function foldedCell({ before, column, cards, over }: CellInput, row: RowBox): Cell {
  const gap = over && { x: column.x + COLUMN.padX, y: row.y + 3, w: CARD_WIDTH, h: row.h - 6 };
  const ids = idsOf(before, cards);
  return { column, cards, ids, over, boxes: [], gap, sizes: [], top: 0, height: 0, row, curve: [] };
}

export type Sizes = (card: Card, laneKind: LaneKind) => SizedCard;

/** Each card's size as long as it is the same object; the same function while the same cards are expanded. */
export function rememberSizes(): (expanded: readonly string[]) => Sizes {
  const known = new WeakMap<Card, { laneKind: LaneKind; expanded: boolean; size: SizedCard }>();
  const sizesWith =
    (expanded: ReadonlySet<string>): Sizes =>
    (card, laneKind) => {
      const isExpanded = expanded.has(card.id);
      const held = known.get(card);
      if (held && held.laneKind === laneKind && held.expanded === isExpanded) return held.size;
      const size = sizeCard(card, laneKind, isExpanded);
      known.set(card, { laneKind, expanded: isExpanded, size });
      return size;
    };
  let last: { expanded: readonly string[]; sizes: Sizes } | undefined;
  return (expanded) => {
    if (!last || !sameElements(last.expanded, expanded)) {
      last = { expanded: [...expanded], sizes: sizesWith(new Set(expanded)) };
    }
    return last.sizes;
  };
}

/** Cards below each other, from `top` down; room for a dragged one where it will land. */
export function stackedCell(input: CellInput, top: number, laneKind: LaneKind, sizeOf: Sizes): Cell {
  const { before, column, cards, over, boxOf } = input;
  const sizes = cards.map((card) => sizeOf(card, laneKind));
  const isSame =
    before &&
    before.column.x === column.x &&
    before.top === top &&
    sameDrag(before.over, over) &&
    sameElements(before.sizes, sizes) &&
    sameElements(before.cards, cards);
  if (isSame) return before;
  const x = column.x + COLUMN.padX;
  let y = top;
  let gap: Box | null = null;
  const openGap = () => {
    const h = over?.height ?? CARD.minHeight;
    gap = { x, y, w: CARD_WIDTH, h };
    y += h + COLUMN.gap;
  };
  const boxes = cards.map((card, i) => {
    if (over?.index === i) openGap();
    const size = sizes[i] as SizedCard;
    const held = boxOf(card.id);
    const box = { x, y, ...size };
    const kept = held?.y === y ? keep(held, box) : box;
    y += size.h + COLUMN.gap;
    return kept;
  });
  if (over && over.index >= cards.length) openGap();
  const ids = idsOf(before, cards);
  const height = y - COLUMN.gap - top;
  return { column, cards, ids, over, boxes, gap, sizes, top, height, row: null, curve: [] };
}

/** Tokens by valence, side by side where equal; the row knows how high each level is. */
export function tokenCell(input: CellInput, row: RowBox, sizeOf: Sizes): Omit<Cell, 'curve'> {
  const { before, column, cards, over, boxOf } = input;
  const gapLevel = over ? levelOf(over.valence ?? null) : null;
  const byLevel = new Map<number, Card[]>(gapLevel === null ? [] : [[gapLevel, []]]);
  for (const card of cards) {
    const level = levelOf(card.valence);
    const tokens = byLevel.get(level);
    if (tokens) tokens.push(card);
    else byLevel.set(level, [card]);
  }
  const at = new Map<string, Box>();
  let gap: Box | null = null;
  for (const [level, tokens] of byLevel) {
    const n = tokens.length + (level === gapLevel ? 1 : 0);
    tokens.forEach((card, i) => {
      at.set(card.id, tokenBox(row, column, level, i, n));
    });
    if (level === gapLevel) gap = tokenBox(row, column, level, n - 1, n);
  }
  const boxes = cards.map((card) =>
    keep(boxOf(card.id), { ...sizeOf(card, 'emotion'), ...(at.get(card.id) as Box) }),
  );
  const ids = idsOf(before, cards);
  return { column, cards, ids, over, boxes, gap, sizes: [], top: 0, height: 0, row };
}

export function sameDrag(a: Drag | null, b: Drag | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.index === b.index && a.height === b.height && a.valence === b.valence;
}
