import type { Board } from '../../board.ts';
import { isChoosing, isTyping } from '../../gestures/typing.ts';
import { cardIdOf } from '../../schema/ids.ts';
import { type Atom, atom } from '../../signals.ts';

/** The card whose choice of reactions was asked for by key. */
export const $reacting: Atom<string | null> = atom('reacting', null);

/** Puts the keyboard back on the canvas after a reaction. */
export function doneReacting(board: Board): void {
  $reacting.set(null);
  board.editor?.getContainer().focus();
}

/**
 * R on one selected card opens the choice of reactions; elsewhere it stays the canvas' own letter.
 * @returns a function that stops listening.
 */
export function listenForReacting(board: Board): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { editor } = board;
    if (event.code !== 'KeyR' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!editor || !board.options.canWrite || !editor.getInstanceState().isFocused || isTyping(event.target))
      return;
    if (isChoosing(event.target)) return;
    const cards = editor.isIn('select.idle') ? editor.getSelectedShapeIds().map(cardIdOf) : [];
    const [only] = cards;
    if (cards.length !== 1 || !only) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    board.$open.set(only);
    $reacting.set(only);
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}
