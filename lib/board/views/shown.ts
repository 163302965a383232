import { useEffect, useRef } from 'react';
import type { Board } from '../board.ts';
import { viewOn } from '../canvas/first-view.ts';
import { react } from '../signals.ts';
import type { MapView } from './address.ts';

/**
 * Calls `onShown` once a view is on the screen: loaded, the canvas mounted with its cards, and painted.
 * Until then something else may stand in its place.
 */
export function useShown(
  board: Board | null,
  view: MapView,
  isLoaded: boolean,
  onShown: (() => void) | undefined,
): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!board || !isLoaded || !onShown) return;
    let frame = 0;
    const stop = react('shown', () => {
      if (view === 'map' && !board.$mounted.get()) return;
      cancelAnimationFrame(frame);
      // The first frame draws it, the second begins when it has been seen.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          // What stood in its place may have been scrolled while the canvas was made.
          if (view === 'map' && isFirst.current) {
            board.editor?.setCamera(viewOn(board.options.workshopId), { immediate: true });
          }
          isFirst.current = false;
          onShown();
        });
      });
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [board, view, isLoaded, onShown]);
}
