import type { Board } from '../../board.ts';
import { type Atom, atom } from '../../signals.ts';
import { currentView, switchView } from '../../views/address.ts';

const sought = new WeakMap<Board, Atom<string | null>>();

/** What the tray is to show next, by id; null when it has shown it. */
export function $sought(board: Board): Atom<string | null> {
  let held = sought.get(board);
  if (!held) {
    held = atom<string | null>('tray seeks', null);
    sought.set(board, held);
  }
  return held;
}

/** Opens the tray at something that waits there and gives it the keyboard. */
export function seek(board: Board, itemId: string): void {
  // A phone's way has no tray beside it.
  if (currentView() === 'touchpoints') switchView('map');
  $sought(board).set(itemId);
}
