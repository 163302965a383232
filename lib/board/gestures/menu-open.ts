import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { type Atom, atom } from '../signals.ts';

const open = new WeakMap<Board, Atom<boolean>>();

/**
 * Whether the canvas' menu is open, or about to be: from the press of the right button on. What would come
 * up over the card meanwhile would take the menu's place.
 */
export function menuOf(board: Board): Atom<boolean> {
  let $open = open.get(board);
  if (!$open) {
    $open = atom('menu', false);
    open.set(board, $open);
  }
  return $open;
}

/** Browsers ask for the menu at the press or at the release; both have happened by then. */
const SETTLED_MS = 60;

export function watchMenu(board: Board, editor: Editor): void {
  const container = editor.getContainer();
  const onDown = (event: PointerEvent) => {
    if (event.button === 2 || (event.button === 0 && event.ctrlKey)) menuOf(board).set(true);
  };
  const onUp = () => {
    if (!menuOf(board).get()) return;
    setTimeout(() => {
      if (!editor.menus.hasAnyOpenMenus()) menuOf(board).set(false);
    }, SETTLED_MS);
  };
  container.addEventListener('pointerdown', onDown, { capture: true });
  window.addEventListener('pointerup', onUp, { capture: true });
  board.onDetach(() => {
    container.removeEventListener('pointerdown', onDown, { capture: true });
    window.removeEventListener('pointerup', onUp, { capture: true });
    menuOf(board).set(false);
  });
}
