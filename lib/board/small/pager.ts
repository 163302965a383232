import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Where each map was left, as a touchpoint's id, for as long as the page lives. */
const left = new Map<string, string>();

export interface Pager {
  /** The index of the page in sight. */
  at: number;
  go(index: number): void;
  track: RefObject<HTMLDivElement | null>;
}

/**
 * Pages side by side that a finger pushes natively; the one in sight follows the scroll position. When
 * pages come or go before it, the same one stays in sight.
 * @param ids of the pages in order
 */
export function usePager(key: string, ids: readonly string[]): Pager {
  const track = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(() => left.get(key) ?? ids[0] ?? '');
  const at = Math.max(0, ids.indexOf(current));
  const now = useRef({ ids, at });
  now.current = { ids, at };

  const show = useCallback((index: number, smooth: boolean) => {
    const element = track.current;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollTo({
      left: index * element.clientWidth,
      behavior: smooth && !calm ? 'smooth' : 'instant',
    });
  }, []);

  const settle = useCallback(
    (id: string) => {
      left.set(key, id);
      setCurrent(id);
    },
    [key],
  );

  useEffect(() => {
    const element = track.current;
    if (!element) return;
    const onScroll = () => {
      const index = Math.round(element.scrollLeft / Math.max(1, element.clientWidth));
      const id = now.current.ids[index];
      if (id !== undefined && index !== now.current.at) settle(id);
    };
    // The same page stays in sight when the phone is turned.
    const resized = new ResizeObserver(() => show(now.current.at, false));
    resized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [settle, show]);

  const joined = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when pages came, went or changed places
  useEffect(() => show(now.current.at, false), [joined, show]);

  const go = useCallback(
    (index: number) => {
      const { ids: all, at: from } = now.current;
      const to = Math.max(0, Math.min(all.length - 1, index));
      const id = all[to];
      if (id === undefined) return;
      settle(id);
      // Over many pages at once there is nothing to see on the way.
      show(to, Math.abs(to - from) === 1);
    },
    [settle, show],
  );
  return { at, go, track };
}
