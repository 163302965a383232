'use client';
import { type PointerEvent, type RefObject, useRef, useState } from 'react';

/** A drag that has moved: which question, and before which place (0…count) it would be let go. */
export interface Dragged {
  id: string;
  gap: number;
}

/** Moving a question by dragging its handle, with mouse, pen or finger; Escape lets it stay where it was. */
export function useReorder(
  list: RefObject<HTMLOListElement | null>,
  ids: readonly string[],
  move: (id: string, to: number) => void,
) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const current = useRef<Dragged | null>(null);

  const show = (next: Dragged | null) => {
    current.current = next;
    setDragged(next);
  };

  /** Before which question the pointer is: the first whose middle lies below it. */
  function gapAt(y: number): number {
    const items = [...(list.current?.querySelectorAll(':scope > [data-question]') ?? [])];
    const below = items.findIndex((item) => {
      const { top, height } = item.getBoundingClientRect();
      return y < top + height / 2;
    });
    return below < 0 ? items.length : below;
  }

  function begin(event: PointerEvent<HTMLElement>, id: string) {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const { pointerId, clientY } = event;
    handle.setPointerCapture(pointerId);
    const onMove = (at: globalThis.PointerEvent) => {
      if (at.pointerId !== pointerId) return;
      if (!current.current && Math.abs(at.clientY - clientY) < 4) return;
      show({ id, gap: gapAt(at.clientY) });
    };
    const end = () => {
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('pointerup', onUp);
      handle.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKey);
      show(null);
    };
    const onUp = () => {
      const held = current.current;
      end();
      if (!held) return;
      const from = ids.indexOf(id);
      // Its own place is gone once it is lifted.
      move(id, held.gap > from ? held.gap - 1 : held.gap);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key === 'Escape') end();
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onUp);
    handle.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKey);
  }

  return { dragged, begin };
}
