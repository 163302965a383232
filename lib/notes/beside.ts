import { type Notes, type NotesDoc, readMaps } from './document.ts';

export type Beside = Omit<Notes, 'lines'>;

/** What stands beside the lines of a live document, read again only when some of it changed. */
export function followBeside(notes: NotesDoc): {
  get(): Beside;
  subscribe(listener: () => void): () => void;
} {
  let held: Beside | null = null;
  const maps = [notes.covered, notes.prompts, notes.seen, notes.asked, notes.meta];
  return {
    get: () => {
      held ??= readMaps(notes);
      return held;
    },
    subscribe(listener) {
      const changed = () => {
        held = null;
        listener();
      };
      for (const map of maps) map.observe(changed);
      // It may have changed between the first look and now.
      held = null;
      return () => {
        for (const map of maps) map.unobserve(changed);
      };
    },
  };
}
