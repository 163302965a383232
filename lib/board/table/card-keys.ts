import { moveCards, setCard } from '../../journey/commands/cards.ts';
import type { Card, Severity } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { deleteCards, editCard, placeCards, reveal } from '../commands.ts';
import { cardsIn } from '../reading/cells.ts';
import { mayChange } from '../reading/words.ts';

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** What a key does to the card that has the focus; false when it means nothing here. */
export function cardKey(board: Board, card: Card, { key, altKey, ctrlKey, metaKey }: Key): boolean {
  if (ctrlKey || metaKey || !mayChange(board, card)) return false;
  if (altKey) return key.startsWith('Arrow') && moveCard(board, card, key);
  if (key === 'Enter' || key === 'F2') {
    editCard(board, card.id);
    return true;
  }
  if (key === 'Delete' || key === 'Backspace') {
    deleteCards(board, [card.id]);
    return true;
  }
  if (card.kind === 'emotion' && (key === '+' || key === '-'))
    return feel(board, card, key === '+' ? 0.5 : -0.5);
  if (card.kind === 'friction' && /^[123]$/.test(key)) {
    board.step((j) => setCard(j, card.id, { severity: Number(key) as Severity }));
    return true;
  }
  return false;
}

function feel(board: Board, card: Card, by: number): boolean {
  const valence = Math.max(-2, Math.min(2, (card.valence ?? 0) + by));
  board.step((j) => setCard(j, card.id, { valence }));
  reveal(board, card.id);
  return true;
}

/** Through the cells as the arrows do on the canvas: sideways to the next touchpoint, up and down in its cell. */
function moveCard(board: Board, card: Card, key: string): boolean {
  const { place } = card;
  if (!place) return false;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const { touchpoints } = board.$journey.get();
    const at = touchpoints.findIndex((t) => t.id === place.touchpointId);
    const next = touchpoints[at + (key === 'ArrowLeft' ? -1 : 1)];
    if (next) placeCards(board, [card.id], { touchpointId: next.id, laneId: place.laneId });
    return true;
  }
  if (card.kind === 'emotion') return feel(board, card, key === 'ArrowUp' ? 0.5 : -0.5);
  const cell = cardsIn(board, place.touchpointId, place.laneId);
  const index = cell.findIndex((c) => c.id === card.id) + (key === 'ArrowUp' ? -1 : 1);
  if (index < 0 || index >= cell.length) return true;
  board.step((j) => moveCards(j, [card.id], place, index));
  reveal(board, card.id);
  return true;
}
