import type { Board } from '../../board.ts';
import { type Cell, deleteCards } from '../../commands.ts';
import { type Atom, atom } from '../../signals.ts';
import { type Placed, placeWaiting, placeWhereSaid } from './place.ts';
import { NOTHING, type Selected } from './selecting.ts';
import type { Waiting } from './unplaced.ts';

/** What the tray has to say about the last thing done with it. */
export type Said =
  /** `touchpoint` is '' when each went to its own. */
  | { type: 'placed'; placed: Placed; touchpoint: string }
  /** Cards whose finding was taken out of its interview just when they were placed. */
  | { type: 'withdrawn'; cardIds: string[] };

/** One person's hands in the tray of one open map; never in the document. */
export interface TrayState {
  readonly $selected: Atom<Selected>;
  /** Groups folded away, by id. */
  readonly $folded: Atom<ReadonlySet<string>>;
  readonly $said: Atom<Said | null>;
  /** Places what waits and remembers it; tells the result. */
  place(items: readonly Waiting[], cell: Cell): Placed;
  /** As `place`, each at the touchpoint it was said about. */
  placeEach(items: readonly Waiting[]): Placed;
  /** To be called when the findings came anew: whether what was just placed still stands in an interview. */
  look(): void;
  /** Takes cards off the map again, as one step. */
  remove(cardIds: readonly string[]): void;
}

const states = new WeakMap<Board, TrayState>();

export function trayOf(board: Board): TrayState {
  let held = states.get(board);
  if (!held) {
    held = makeState(board);
    states.set(board, held);
  }
  return held;
}

function makeState(board: Board): TrayState {
  const $selected = atom<Selected>('tray selection', NOTHING);
  const $folded = atom<ReadonlySet<string>>('tray folded', new Set());
  const $said = atom<Said | null>('tray said', null);
  /** Cards placed from here since the page was opened, by finding. */
  const mine = new Map<string, string>();
  const told = (placed: Placed, touchpoint: string): Placed => {
    for (const { cardId, findingId } of placed.cards) if (findingId) mine.set(findingId, cardId);
    $selected.set(NOTHING);
    $said.set({ type: 'placed', placed, touchpoint });
    return placed;
  };
  return {
    $selected,
    $folded,
    $said,
    place(items, cell) {
      const { touchpoints } = board.$journey.get();
      const touchpoint = touchpoints.find((t) => t.id === cell.touchpointId)?.name ?? '';
      return told(placeWaiting(board, items, cell), touchpoint);
    },
    placeEach: (items) => told(placeWhereSaid(board, items), ''),
    look() {
      const findings = board.$findings.get();
      const cardIds: string[] = [];
      for (const [findingId, cardId] of mine) {
        if (findings.has(findingId)) continue;
        mine.delete(findingId);
        if (board.j.cards.has(cardId)) cardIds.push(cardId);
      }
      if (cardIds.length > 0) $said.set({ type: 'withdrawn', cardIds });
    },
    remove(cardIds) {
      deleteCards(board, cardIds);
      $said.set(null);
    },
  };
}
