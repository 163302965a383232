import type { Board } from '../../board.ts';
import { companyOf } from '../../presence/company.ts';
import { type Computed, computed } from '../../signals.ts';
import type { Waiting } from './unplaced.ts';

/** As many as fit into what a client may say of its person. */
const MOST = 20;

/** Tells the others what is being dragged out of the tray, so that they choose something else; [] when it ends. */
export function tellPlacing(board: Board, items: readonly Waiting[]): void {
  companyOf(board).tell({ placing: items.slice(0, MOST).map((item) => item.id) });
}

const placers = new WeakMap<Board, Computed<ReadonlyMap<string, string>>>();

/** Who is about to place what, by finding or card: the person's name. */
export function placersOf(board: Board): Computed<ReadonlyMap<string, string>> {
  let held = placers.get(board);
  if (!held) {
    held = computed(
      'placers',
      () => new Map(board.$others.get().flatMap(({ user, placing }) => placing.map((id) => [id, user.name]))),
      { isEqual: sameNames },
    );
    placers.set(board, held);
  }
  return held;
}

const sameNames = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  a.size === b.size && [...a].every(([id, name]) => b.get(id) === name);
