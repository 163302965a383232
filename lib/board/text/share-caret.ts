import type * as Y from 'yjs';
import type { Board } from '../board.ts';
import { companyOf } from '../presence/company.ts';
import { sharedAt } from './positions.ts';

type Field = HTMLTextAreaElement | HTMLInputElement;

/**
 * Tells the others where the caret is in a card's text for as long as its field has the focus.
 * @returns a function that stops.
 */
export function shareCaret(board: Board, cardId: string, text: Y.Text, field: Field): () => void {
  const company = companyOf(board);
  let told = false;
  const tell = () => {
    if (document.activeElement !== field) return;
    const { selectionStart: start, selectionEnd: end, selectionDirection } = field;
    const [anchor, head] = selectionDirection === 'backward' ? [end, start] : [start, end];
    told = true;
    company.tell({
      editing: { cardId, anchor: sharedAt(text, anchor ?? 0), head: sharedAt(text, head ?? 0) },
    });
  };
  const hide = () => {
    if (told) company.tell({ editing: null });
    told = false;
  };
  // Not for what others write: their place stays with its characters by itself.
  document.addEventListener('selectionchange', tell);
  field.addEventListener('selectionchange', tell);
  field.addEventListener('input', tell);
  field.addEventListener('focus', tell);
  field.addEventListener('blur', hide);
  tell();
  return () => {
    document.removeEventListener('selectionchange', tell);
    field.removeEventListener('selectionchange', tell);
    field.removeEventListener('input', tell);
    field.removeEventListener('focus', tell);
    field.removeEventListener('blur', hide);
    hide();
  };
}
