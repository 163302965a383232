import type { NotesSession } from '@/lib/notes/session.ts';
import type { SaveState } from '@/lib/sync/client/index.ts';

/** How long all has been saved before that is said again, ms. */
const QUIET = 500;

const saysTheSame = (a: SaveState, b: SaveState): boolean =>
  a.kind === b.kind && a.keptOnDevice === b.keptOnDevice;

/**
 * What the save line shows of a session's state: everything at once, but *saved* only after a while of it.
 * Two changes a letter would flicker, and cost the typist more than the letter does; *saving* for half a
 * second too long promises nothing that is not so.
 */
export function calmed(state: NotesSession['state']): NotesSession['state'] {
  const listeners = new Set<() => void>();
  let shown = state.get();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  const show = () => {
    timer = undefined;
    shown = state.get();
    for (const listener of listeners) listener();
  };
  const look = () => {
    const now = state.get();
    clearTimeout(timer);
    timer = undefined;
    if (saysTheSame(now, shown)) return;
    if (now.kind === 'saved' && shown.kind === 'saving') timer = setTimeout(show, QUIET);
    else show();
  };
  return {
    get: () => shown,
    subscribe(listener) {
      if (listeners.size === 0) {
        stop = state.subscribe(look);
        shown = state.get();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        stop?.();
      };
    },
  };
}
