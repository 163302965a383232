'use client';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { type Passage, selectedPassage } from './dom-passage.ts';

/** The passage, and where it stands in the page relative to the reading column. */
export interface SelectedPassage extends Passage {
  /** Left and bottom edge of the selection's last line, in pixels of the column. */
  left: number;
  bottom: number;
}

/**
 * What the reader has selected in the column. The browser's own selection is the one truth, whether mouse,
 * touch or keys made it; while a mouse button is down the choice is not made yet.
 * @returns `readNow`: for whoever has just selected, and does not wait for the browser to tell
 */
export function usePassage(column: RefObject<HTMLElement | null>, enabled: boolean) {
  const [passage, setPassage] = useState<SelectedPassage | null>(null);
  const readNow = useCallback(() => {
    const host = column.current;
    if (!host) return;
    const found = selectedPassage(host);
    setPassage((was) => {
      if (!found) return null;
      if (was && was.turn === found.turn && was.start === found.start && was.end === found.end) return was;
      const lines = document.getSelection()?.getRangeAt(0).getClientRects();
      const first = lines?.[0];
      const last = lines?.[lines.length - 1];
      const frame = host.getBoundingClientRect();
      return { ...found, left: (first?.left ?? 0) - frame.left, bottom: (last?.bottom ?? 0) - frame.top };
    });
  }, [column]);
  useEffect(() => {
    const host = column.current;
    if (!host || !enabled) return;
    let pressed = false;
    const read = () => {
      if (!pressed) readNow();
    };
    const press = (event: PointerEvent) => {
      pressed = event.pointerType === 'mouse' && host.contains(event.target as Node);
    };
    const release = () => {
      if (!pressed) return;
      pressed = false;
      // The browser settles a click's selection only after this event.
      setTimeout(read);
    };
    // Words may have been selected before the page was alive.
    read();
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [column, enabled, readNow]);
  return { passage, readNow };
}
