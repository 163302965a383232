'use client';
import { useEffect, useRef } from 'react';

const TYPES = 'input, textarea, select, dialog, [contenteditable="true"]';

/** Single keys for the whole page while nobody is typing; `Escape` leaves a text. */
export function useFlagKeys(acts: Record<string, () => void>, leave: () => void): void {
  const held = useRef({ acts, leave });
  held.current = { acts, leave };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key === 'Escape' && target?.matches('textarea')) {
        event.preventDefault();
        return held.current.leave();
      }
      if (event.defaultPrevented || event.isComposing || target?.closest(TYPES)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = `${event.shiftKey ? 'Shift+' : ''}${event.key.toLowerCase()}`;
      const act = held.current.acts[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
