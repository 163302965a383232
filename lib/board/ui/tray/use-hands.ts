import { useMemo, useRef, useState } from 'react';
import type { Board } from '../../board.ts';
import type { Cell } from '../../commands.ts';
import { extended, toggled } from './selecting.ts';
import { trayOf } from './tray-state.ts';
import type { Waiting } from './unplaced.ts';

/** What the items of the tray's list do together; the same object for as long as the list lives. */
export interface Hands {
  /** Selects one or, as a range, everything up to it. */
  select(id: string, range: boolean): void;
  /** Everything that is shown. */
  selectAll(): void;
  /** What is taken along with an item: the selection when it belongs to it. */
  together(item: Waiting): Waiting[];
  /** `refocus`: the keyboard was on what goes away now, and goes on with the next. */
  place(items: readonly Waiting[], cell: Cell, refocus?: boolean): void;
  /** Tab comes back here. */
  stopAt(id: string): void;
}

/**
 * @param shown the items in the order they are shown.
 * @returns `stop`: where Tab stops; `lost`: the rank of the placed item the keyboard was on, once.
 */
export function useHands(board: Board, shown: readonly Waiting[]) {
  const [stop, setStop] = useState<string | null>(null);
  const now = useRef(shown);
  now.current = shown;
  const lost = useRef<number | null>(null);
  const hands = useMemo<Hands>(() => {
    const tray = trayOf(board);
    return {
      select(id, range) {
        const held = tray.$selected.get();
        const order = now.current.map((item) => item.id);
        tray.$selected.set(range ? extended(held, id, order) : toggled(held, id));
        setStop(id);
      },
      selectAll() {
        const ids = new Set(now.current.map((item) => item.id));
        tray.$selected.set({ ids, anchor: null });
      },
      together(item) {
        const { ids } = tray.$selected.get();
        if (!ids.has(item.id)) return [item];
        return now.current.filter((other) => ids.has(other.id));
      },
      place(items, cell, refocus = false) {
        const at = now.current.findIndex((item) => items.includes(item));
        const { cards } = tray.place(items, cell);
        if (refocus && cards.length > 0) lost.current = at;
      },
      stopAt: setStop,
    };
  }, [board]);
  const stopsAt = shown.some((item) => item.id === stop) ? stop : (shown[0]?.id ?? null);
  return { hands, stop: stopsAt, lost };
}
