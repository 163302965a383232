import type { Board } from '../board.ts';
import { isChoosing } from './typing.ts';

/**
 * A key pressed in a menu is the menu's until it is let go. Enter chooses at the press, the menu closes, and
 * the release falls on the canvas, where tldraw would take it for opening the selected card.
 */
export function keepReleases(board: Board): void {
  const chosen = new Set<string>();
  const onDown = ({ code, target }: KeyboardEvent) => {
    if (isChoosing(target)) chosen.add(code);
    else chosen.delete(code);
  };
  const onUp = (event: KeyboardEvent) => {
    if (chosen.delete(event.code) && !isChoosing(event.target)) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', onDown, { capture: true });
  window.addEventListener('keyup', onUp, { capture: true });
  board.onDetach(() => {
    window.removeEventListener('keydown', onDown, { capture: true });
    window.removeEventListener('keyup', onUp, { capture: true });
  });
}
