import { removeCards } from '../../journey/commands/cards.ts';
import type { Board } from '../board.ts';
import { changeable } from '../own-cards.ts';
import { cardShapeId } from '../schema/ids.ts';
import { keepArrowEnds } from './keep-arrow-ends.ts';

/**
 * Removes cards together with the arrows' hold on them, in one step. tldraw frees the arrow ends on the
 * canvas itself when the key was pressed there; bindings that are left (cards on the tray, another's
 * arrow drawn meanwhile) go here.
 */
export function removeCardsNow(board: Board, cardIds: readonly string[]): void {
  const there = changeable(
    board,
    cardIds.filter((id) => board.j.cards.has(id)),
  );
  if (there.length === 0) return;
  const shapes = new Set(there.map(cardShapeId));
  board.flush();
  board.j.doc.transact(() => {
    keepArrowEnds(board, there);
    for (const [id, entry] of board.j.drawing) {
      if (shapes.has(String(entry.get('toId')))) board.j.drawing.delete(id);
    }
    removeCards(board.j, there);
  }, board.j.origin);
}
