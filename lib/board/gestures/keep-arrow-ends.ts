import type { Board } from '../board.ts';
import { cardIdOf, PAGE_ID } from '../schema/ids.ts';

/**
 * Writes where the arrows bound to these cards end now; call in the transaction that takes the cards
 * away. The canvas knows it to the pixel; without one an end is left in the middle of its card.
 */
export function keepArrowEnds(board: Board, cardIds: Iterable<string>): void {
  if (board.arrowEnds) board.arrowEnds(cardIds);
  else leaveEnds(board, new Set(cardIds));
}

function leaveEnds(board: Board, cardIds: ReadonlySet<string>): void {
  const { drawing } = board.j;
  for (const binding of drawing.values()) {
    const cardId = cardIdOf(String(binding.get('toId')));
    const terminal = binding.get('props.terminal');
    if (cardId === undefined || !cardIds.has(cardId) || (terminal !== 'start' && terminal !== 'end'))
      continue;
    const arrow = drawing.get(String(binding.get('fromId')));
    const at = arrow?.get('place') as { parentId: string; x: number; y: number } | undefined;
    const box = board.$layout.get().cards.get(cardId);
    // Inside a frame or a group the arrow's own place counts from there, and so would the end.
    if (!arrow || !box || at?.parentId !== PAGE_ID) continue;
    arrow.set(`props.${terminal}`, { x: box.x + box.w / 2 - at.x, y: box.y + box.h / 2 - at.y });
  }
}
