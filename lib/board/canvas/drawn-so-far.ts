import type { Editor, TLShapeId } from 'tldraw';
import type { Board } from '../board.ts';
import { cardIdOf } from '../schema/ids.ts';
import { atom, react, type Signal } from '../signals.ts';
import { type Ids, sameIds } from './in-view.ts';

/** New cards in one frame: what is in sight at 100 % comes at once, a whole map within a few frames. */
const MOST_AT_ONCE = 160;

/**
 * The cards that are drawn: those wanted, but never so many new ones in one frame that the page stands still
 * for them. The nearest to the middle of the view come first.
 */
export function drawnSoFar(board: Board, editor: Editor, $wanted: Signal<Ids>): Signal<Ids> {
  const $drawn = atom<Ids>('cards drawn', new Set(), { isEqual: sameIds });
  let waiting = 0;

  function grow(): void {
    cancelAnimationFrame(waiting);
    const wanted = $wanted.get();
    const before = $drawn.__unsafe__getWithoutCapture();
    const next = new Set<TLShapeId>();
    const missing: TLShapeId[] = [];
    for (const id of wanted) {
      if (before.has(id)) next.add(id);
      else missing.push(id);
    }
    for (const id of missing.length > MOST_AT_ONCE ? nearest(missing) : missing) next.add(id);
    $drawn.set(next);
    if (missing.length > MOST_AT_ONCE) waiting = requestAnimationFrame(grow);
  }

  function nearest(ids: readonly TLShapeId[]): TLShapeId[] {
    const { x, y } = editor.getViewportPageBounds().center;
    const boxes = board.$layout.__unsafe__getWithoutCapture().cards;
    const away = (id: TLShapeId) => {
      const box = boxes.get(cardIdOf(id) ?? '');
      return box ? Math.hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y) : 0;
    };
    return ids
      .map((id) => ({ id, away: away(id) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, MOST_AT_ONCE)
      .map(({ id }) => id);
  }

  const stop = react('cards come into view', () => {
    $wanted.get();
    grow();
  });
  board.onDetach(() => {
    stop();
    cancelAnimationFrame(waiting);
  });
  return $drawn;
}
