import { cellKey } from '../../journey/layout/types.ts';
import { isSameValue } from '../../journey/merge/same.ts';
import type { Card } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { type Computed, computed, isUninitialized } from '../signals.ts';

type Cells = ReadonlyMap<string, readonly Card[]>;

const NONE: readonly Card[] = [];
const byBoard = new WeakMap<Board, Computed<Cells>>();

/**
 * The cards of every cell in reading order, keyed by `cellKey`. A cell in which nothing changed keeps its
 * array, so that who reads one cell is told of that cell alone.
 */
function cellsOf(board: Board): Computed<Cells> {
  let cells = byBoard.get(board);
  if (!cells) {
    cells = computed<Cells>('cards by cell', (before) => {
      const held: Cells = isUninitialized(before) ? new Map() : before;
      const next = new Map<string, Card[]>();
      for (const card of board.$journey.get().cards) {
        if (!card.place) continue;
        const key = cellKey(card.place.touchpointId, card.place.laneId);
        const cell = next.get(key);
        if (cell) cell.push(card);
        else next.set(key, [card]);
      }
      const kept = new Map<string, readonly Card[]>();
      for (const [key, cell] of next) {
        const old = held.get(key);
        kept.set(key, old && sameCards(old, cell) ? old : cell);
      }
      return kept;
    });
    byBoard.set(board, cells);
  }
  return cells;
}

const sameCards = (a: readonly Card[], b: readonly Card[]) =>
  a.length === b.length && a.every((card, i) => card === b[i] || isSameValue(card, b[i]));

/** The cards of one cell in reading order; read inside a signal it follows that cell alone. */
export function cardsIn(board: Board, touchpointId: string, laneId: string): readonly Card[] {
  return cellsOf(board).get().get(cellKey(touchpointId, laneId)) ?? NONE;
}

/** A card as the map has it now; a single look-up for menus and keys, not for drawing. */
export const cardNow = (board: Board, cardId: string): Card | undefined =>
  board.$journey.get().cards.find((card) => card.id === cardId);
