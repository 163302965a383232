import type { Editor, TLRecord, TLShape } from 'tldraw';
import type { Board } from '../board.ts';
import { isCard } from '../projection/cards.ts';
import { cardIdOf } from '../schema/ids.ts';
import { FREE_SHAPES } from '../schema/kinds.ts';
import { adoptStrays } from './adopt.ts';
import { removeCardsNow } from './remove.ts';

const ALLOWED = new Set<string>([...FREE_SHAPES, 'card']);

/**
 * A card lies where its cell is: whatever tldraw would do to its record (nudge, align, flip, reparent,
 * lock, resize together with drawings) is undone before it happens. Only a drag may move it, and only
 * while it lasts. Deleting becomes a command; copies become cards of their own (`adoptStrays`).
 */
export function guardCards(board: Board, editor: Editor): void {
  const known = (shape: TLShape) => {
    const cardId = cardIdOf(shape.id);
    return cardId !== undefined && board.j.cards.has(cardId);
  };
  const strays = new Set<TLShape['id']>();
  const condemned = new Set<string>();
  const effects = editor.sideEffects;

  const adopt = () => {
    // While a copy is being dragged (alt-drag) it finds its cell only when it is dropped.
    if (strays.size === 0 || editor.isIn('select.translating')) return;
    const ids = [...strays];
    strays.clear();
    adoptStrays(board, editor, ids);
  };
  const remove = () => {
    const ids = [...condemned];
    condemned.clear();
    if (ids.length > 0) removeCardsNow(board, ids);
  };

  const off = [
    effects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (source !== 'user' || !isCard(after as TLRecord) || !known(after)) return after;
      if (!editor.isIn('select.translating')) return before;
      return { ...before, x: after.x, y: after.y };
    }),
    effects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (source !== 'user' || !isCard(shape as TLRecord) || !known(shape)) return;
      const cardId = cardIdOf(shape.id);
      if (cardId) condemned.add(cardId);
      queueMicrotask(remove);
      return false;
    }),
    effects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user') return;
      if (isCard(shape as TLRecord)) {
        strays.add(shape.id);
        queueMicrotask(adopt);
      } else if (!ALLOWED.has(shape.type)) {
        queueMicrotask(() => editor.deleteShapes([shape.id]));
      }
    }),
  ];
  board.onDetach(() => {
    for (const stop of off) stop();
  });
  board.adopt = adopt;
}
