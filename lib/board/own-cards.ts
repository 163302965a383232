import type { Board } from './board.ts';
import { mayChange } from './reading/words.ts';

/**
 * Those of the cards that this person may move, change and remove. In a workshop where everybody changes
 * only their own the server refuses the rest, and the whole edit with them.
 */
export function changeable(board: Board, cardIds: readonly string[]): string[] {
  const { meta, cards } = board.$journey.get();
  if (!board.options.canWrite) return [];
  if (meta.cards === 'everyone') return [...cardIds];
  const foreign = new Set(cards.filter((card) => !mayChange(board, card)).map((card) => card.id));
  return cardIds.filter((id) => !foreign.has(id));
}
