import type { Board } from '../../board.ts';
import { NOTHING } from './selecting.ts';
import { trayOf } from './tray-state.ts';
import type { Hands } from './use-hands.ts';

/**
 * Arrow keys, Home and End go through the tray's items, with Shift they select on the way; Ctrl/Cmd+A takes
 * all, Escape none, Ctrl/Cmd+Z takes back what was placed. Native listeners: the canvas' shortcuts listen on the body, before React would stop anything.
 * @returns a function that stops it.
 */
export function listenToKeys(list: HTMLElement, board: Board, hands: Hands): () => void {
  const checks = () => [...list.querySelectorAll<HTMLInputElement>('[data-item] input[type=checkbox]')];
  const idOf = (element: Element | undefined) =>
    element?.closest('[data-item]')?.getAttribute('data-item') ?? null;

  function go(event: KeyboardEvent, step: (at: number, count: number) => number) {
    const all = checks();
    const at = all.findIndex((check) => check.closest('[data-item]')?.contains(event.target as Node));
    const next = all[Math.max(0, Math.min(step(at, all.length), all.length - 1))];
    const id = idOf(next);
    if (at < 0 || !next || !id) return;
    take(event);
    if (event.shiftKey) {
      const from = idOf(all[at]);
      if (from && !trayOf(board).$selected.get().ids.has(from)) hands.select(from, false);
      hands.select(id, true);
    }
    next.focus();
  }

  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.isComposing) return;
    const { key } = event;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.code === 'KeyA') {
      take(event);
      hands.selectAll();
    } else if (command && /^[zy]$/i.test(key)) {
      // The canvas does not hear keys in fields, and a checkbox is one.
      take(event);
      if (key.toLowerCase() === 'y' || event.shiftKey) board.redo();
      else board.undo();
    } else if (command) return;
    else if (key === 'ArrowDown') go(event, (at) => at + 1);
    else if (key === 'ArrowUp') go(event, (at) => at - 1);
    else if (key === 'Home') go(event, () => 0);
    else if (key === 'End') go(event, (_, count) => count - 1);
    else if (key === 'Escape' && trayOf(board).$selected.get().ids.size > 0) {
      take(event);
      trayOf(board).$selected.set(NOTHING);
    } else if (key === ' ' || key === 'Enter') event.stopPropagation();
  };
  list.addEventListener('keydown', onKey);
  return () => list.removeEventListener('keydown', onKey);
}

function take(event: KeyboardEvent) {
  event.preventDefault();
  event.stopPropagation();
}
