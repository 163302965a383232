import { textOf } from '../../journey/commands/text.ts';
import { LIMITS } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { bindField } from './bind-field.ts';
import { shareCaret } from './share-caret.ts';

interface Options {
  /** Told how many characters did not fit on the card; 0 when the next edit fits again. */
  onCut(lost: number): void;
}

/**
 * Binds a field to a card's text: typed by character, undone with the board's own undo, the caret shown
 * to the others. The steps of undo begin and end with the field.
 * @returns a function that unbinds; null when the card is gone.
 */
export function bindCard(
  board: Board,
  cardId: string,
  field: HTMLTextAreaElement,
  { onCut }: Options,
): (() => void) | null {
  const entry = board.j.cards.get(cardId);
  if (!entry) return null;
  const text = textOf(entry, 'text');
  board.undoManager.stopCapturing();
  const unbind = bindField(field, text, {
    origin: board.j.origin,
    undo: () => board.undo(),
    redo: () => board.redo(),
    pause: () => board.undoManager.stopCapturing(),
    limit: LIMITS.cardText,
    onCut,
  });
  const hideCaret = shareCaret(board, cardId, text, field);
  return () => {
    unbind();
    hideCaret();
    board.undoManager.stopCapturing();
  };
}
