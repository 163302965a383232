import { type Atom, atom } from 'tldraw';
import type { Board } from '../board.ts';

export interface Notice {
  id: number;
  /** told: goes by itself. trouble: stays until it is read. progress: goes when it is done. */
  kind: 'told' | 'trouble' | 'progress';
  words: string;
  /** 0…1, of a progress. */
  done?: number;
}

/** What this person is told about their own last doing, at the foot of the canvas. */
export interface Notices {
  $all: Atom<readonly Notice[]>;
  tell(words: string): void;
  complain(words: string): void;
  progress(words: string): { at(done: number): void; done(): void };
  dismiss(id: number): void;
}

const kept = new WeakMap<Board, Notices>();
let last = 0;

export function noticesOf(board: Board): Notices {
  const known = kept.get(board);
  if (known) return known;
  const $all: Notices['$all'] = atom('notices', []);
  const dismiss = (id: number) => $all.set($all.get().filter((n) => n.id !== id));
  const add = (notice: Omit<Notice, 'id'>) => {
    last += 1;
    const id = last;
    // Three at most: what was said before that has been passed over anyhow.
    $all.set([...$all.get().filter((n) => n.words !== notice.words), { ...notice, id }].slice(-3));
    return id;
  };
  const made: Notices = {
    $all,
    dismiss,
    tell: (words) => void add({ kind: 'told', words }),
    complain: (words) => void add({ kind: 'trouble', words }),
    progress(words) {
      const id = add({ kind: 'progress', words, done: 0 });
      return {
        at: (done) => $all.set($all.get().map((n) => (n.id === id ? { ...n, done } : n))),
        done: () => dismiss(id),
      };
    },
  };
  kept.set(board, made);
  return made;
}
