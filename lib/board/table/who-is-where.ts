import { cellKey } from '../../journey/layout/types.ts';
import type { Board } from '../board.ts';
import type { Other } from '../presence/presence.ts';
import { cardIdOf } from '../schema/ids.ts';
import { type Computed, computed } from '../signals.ts';

type ByCell = ReadonlyMap<string, string>;
const byBoard = new WeakMap<Board, Computed<ByCell>>();

/** Who is in which cell, as user ids by `cellKey`: by what they type, have selected, or have in focus. */
function people(board: Board): Computed<ByCell> {
  let held = byBoard.get(board);
  if (!held) {
    held = computed<ByCell>(
      'people by cell',
      () => {
        const others = board.$others.get().filter((other) => other.activity !== 'away');
        const out = new Map<string, string>();
        if (others.length === 0) return out;
        const wanted = new Set(others.map(cardInHand));
        const cards = new Map(
          board.$journey.get().cards.flatMap((c) => (wanted.has(c.id) ? [[c.id, c.place]] : [])),
        );
        for (const other of others) {
          const place = cards.get(cardInHand(other) ?? '') ?? other.cell;
          if (!place?.laneId) continue;
          const key = cellKey(place.touchpointId, place.laneId);
          const there = out.get(key)?.split(' ') ?? [];
          if (!there.includes(other.user.id)) out.set(key, [...there, other.user.id].join(' '));
        }
        return out;
      },
      { isEqual: sameMap },
    );
    byBoard.set(board, held);
  }
  return held;
}

function cardInHand({ editing, selection }: Other): string | undefined {
  return editing?.cardId ?? selection.map(cardIdOf).find((id) => id !== undefined);
}

/** The users in a cell, joined by spaces; read inside a signal it tells only when that changes. */
export const whoIsIn = (board: Board, touchpointId: string, laneId: string): string =>
  people(board).get().get(cellKey(touchpointId, laneId)) ?? '';

const sameMap = (a: ByCell, b: ByCell) =>
  a.size === b.size && [...a].every(([key, users]) => b.get(key) === users);
