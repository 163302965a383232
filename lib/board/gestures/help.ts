import { type Atom, atom } from 'tldraw';
import type { Board } from '../board.ts';

const asked = new WeakMap<Board, Atom<boolean>>();

/** Whether the list of keys is open. */
export function helpOf(board: Board): Atom<boolean> {
  let help = asked.get(board);
  if (!help) {
    help = atom('help', false);
    asked.set(board, help);
  }
  return help;
}
