import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../../board.ts';
import { useValue } from '../../signals.ts';
import type { Group } from './groups.ts';
import { listenToKeys } from './list-keys.ts';
import { $sought } from './seek.ts';
import styles from './tray.module.css';
import { TrayGroup } from './tray-group.tsx';
import { trayOf } from './tray-state.ts';
import { useHands } from './use-hands.ts';

/** How many items are drawn before the list is scrolled on. */
const PAGE = 60;

interface ListProps {
  board: Board;
  groups: readonly Group[];
  /** Search opens every group: nobody should miss what they asked for. */
  searching: boolean;
  /** Nothing is searched for or filtered away. */
  plain: boolean;
  /** Where the keyboard goes when nothing is left to place. */
  onEmpty: () => void;
}

/** The tray's groups, drawn as far as they have been scrolled. */
export function TrayList({ board, groups, searching, plain, onEmpty }: ListProps) {
  const ref = useRef<HTMLDivElement>(null);
  const foldedNow = useValue(trayOf(board).$folded);
  const folded = searching ? NONE : foldedNow;
  const shown = useMemo(() => groups.flatMap((g) => (folded.has(g.id) ? [] : g.items)), [groups, folded]);
  const { hands, stop, lost } = useHands(board, shown);
  const { drawn, more, drawTo } = useDrawn(shown.length);
  const asked = useValue($sought(board));

  // Found by its words elsewhere: drawn as far as it, and the keyboard goes there.
  useEffect(() => {
    if (asked === null || !plain) return;
    const at = shown.findIndex((item) => item.id === asked);
    if (at < 0) {
      trayOf(board).$folded.set(NONE);
      if (foldedNow.size === 0) $sought(board).set(null);
    } else if (at >= drawn) drawTo(at + 1);
    else {
      $sought(board).set(null);
      hands.stopAt(asked);
      focusItem(ref.current, asked, 'center');
    }
  }, [asked, shown, drawn, drawTo, hands, board, foldedNow, plain]);

  useEffect(() => {
    const list = ref.current;
    return list ? listenToKeys(list, board, hands) : undefined;
  }, [board, hands]);

  // What the keyboard was on has gone to the map: it goes on with what came in its place.
  useLayoutEffect(() => {
    const at = lost.current;
    if (at === null) return;
    lost.current = null;
    const next = shown[Math.min(at, shown.length - 1)];
    if (!next) return onEmpty();
    hands.stopAt(next.id);
    focusItem(ref.current, next.id, 'nearest');
  }, [shown, hands, lost, onEmpty]);

  let budget = drawn;
  return (
    <div ref={ref} className={styles.groups}>
      {groups.map((group) => {
        const isFolded = folded.has(group.id);
        const room = Math.max(0, budget);
        if (!isFolded) budget -= group.items.length;
        return room === 0 && !isFolded ? null : (
          <TrayGroup
            key={group.id}
            board={board}
            group={group}
            folded={isFolded}
            drawn={room}
            hands={hands}
            stop={stop}
          />
        );
      })}
      {drawn < shown.length && <div ref={more} className={styles.more} aria-hidden="true" />}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

function focusItem(list: HTMLElement | null, id: string, block: ScrollLogicalPosition): void {
  const item = list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
  item?.scrollIntoView({ block });
  item?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
}

/** One page more each time the list's end comes near. */
function useDrawn(length: number) {
  const [drawn, setDrawn] = useState(PAGE);
  const more = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const end = more.current;
    if (!end || drawn >= length) return;
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) setDrawn((now) => now + PAGE);
      },
      { rootMargin: '600px' },
    );
    watcher.observe(end);
    return () => watcher.disconnect();
  }, [drawn, length]);
  const drawTo = useCallback((count: number) => setDrawn((now) => Math.max(now, count + PAGE)), []);
  return { drawn, more, drawTo };
}
