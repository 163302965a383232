import { type RefObject, useEffect, useRef, useState } from 'react';
import type { NotesEditor } from '@/lib/notes/editor/editor.ts';

export const PANELS = ['guide', 'notes', 'findings'] as const;
export type Panel = (typeof PANELS)[number];

/** Which panel a narrow screen shows, and F6 (with Shift: back) from one to the next on any. */
export function usePanels(screen: RefObject<HTMLElement | null>, editor: NotesEditor | null) {
  const [panel, setPanel] = useState<Panel>('notes');
  const shown = useRef(panel);
  shown.current = panel;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const within = document.activeElement?.closest<HTMLElement>('[data-panel]')?.dataset.panel as Panel;
      const from = PANELS.indexOf(within ?? shown.current);
      const to = PANELS[(from + (event.shiftKey ? PANELS.length - 1 : 1)) % PANELS.length] ?? 'notes';
      setPanel(to);
      requestAnimationFrame(() => {
        if (to === 'notes') editor?.focus();
        else screen.current?.querySelector<HTMLElement>(`[data-panel=${to}]`)?.focus();
      });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [screen, editor]);
  return { panel, setPanel };
}
