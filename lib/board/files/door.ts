import type { VecLike } from 'tldraw';
import type { Board } from '../board.ts';

/** How pictures come in from places that know no language: the toolbar, and tldraw when files are dropped. */
export interface Door {
  pick(point?: VecLike): void;
  take(files: readonly File[], point?: VecLike): void;
  link(href: string, point?: VecLike): void;
}

const doors = new WeakMap<Board, Door>();

export const doorOf = (board: Board): Door | undefined => doors.get(board);
export const setDoor = (board: Board, door: Door): void => void doors.set(board, door);
