import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Board } from '../board.ts';
import { react } from '../signals.ts';
import { FADED_OPACITY, isFaded } from './filter.ts';

/**
 * Fades a card's picture while the filter does not ask for it. Past React: a filter concerns thousands of
 * cards at once, and none of them has to be drawn anew for it.
 * @param off while the card is typed into.
 */
export function useFade(board: Board, cardId: string, off: boolean): RefObject<SVGSVGElement | null> {
  const ref = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const picture = ref.current;
    if (!picture) return;
    return react('fade', () => {
      if (!off && isFaded(board, cardId)) picture.setAttribute('opacity', String(FADED_OPACITY));
      else picture.removeAttribute('opacity');
    });
  }, [board, cardId, off]);
  return ref;
}
