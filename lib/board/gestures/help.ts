import type { Board } from '../board.ts';
import { type Atom, atom } from '../signals.ts';

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
