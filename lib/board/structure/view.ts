import { z } from 'zod';
import { id, LIMITS } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { type Atom, atom, react } from '../signals.ts';

/** What one person has folded away and which curves they look at: kept on the device, by workshop. */
const kept = z.object({
  folded: z.array(id).max(LIMITS.lanes).catch([]),
  curves: z
    .array(id.nullable())
    .max(LIMITS.personas + 1)
    .catch([null]),
});

const keyOf = (board: Board) => `utifran.view.${board.options.workshopId}`;

const curves = new WeakMap<Board, Atom<readonly (string | null)[]>>();

/** Whose curves are drawn in the emotion lanes; null is everybody's. */
export function shownCurves(board: Board): Atom<readonly (string | null)[]> {
  const known = curves.get(board) ?? atom('shown curves', [null]);
  curves.set(board, known);
  return known;
}

/** Takes up the view this person left the map with, and keeps it from now on. */
export function keepView(board: Board): void {
  const shown = shownCurves(board);
  const before = read(keyOf(board));
  if (before) {
    board.$collapsed.set(before.folded);
    if (before.curves.length > 0) shown.set(before.curves);
  }
  let first = true;
  const stop = react('view is kept', () => {
    const view = { folded: board.$collapsed.get(), curves: shown.get() };
    if (!first) write(keyOf(board), view);
    first = false;
  });
  board.onDestroy(stop);
}

function read(key: string) {
  try {
    const found = localStorage.getItem(key);
    return found === null ? null : (kept.safeParse(JSON.parse(found)).data ?? null);
  } catch {
    // Storage may be forbidden or hold what somebody else wrote: the map opens as it is for all.
    return null;
  }
}

function write(key: string, view: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(view));
  } catch {
    // Full or forbidden: it holds for this visit.
  }
}

export const isFolded = (board: Board, laneId: string): boolean => board.$collapsed.get().includes(laneId);

/** Folds a lane to a strip, or opens it again; for this person only. */
export function foldLane(board: Board, laneId: string, folded: boolean): void {
  const others = board.$collapsed.get().filter((x) => x !== laneId);
  board.$collapsed.set(folded ? [...others, laneId] : others);
}

export function foldAll(board: Board, folded: boolean): void {
  board.$collapsed.set(folded ? board.$journey.get().lanes.map((l) => l.id) : []);
}

/** Shows or hides one curve; without any, everybody's is shown. */
export function toggleCurve(board: Board, personaId: string | null): void {
  const shown = shownCurves(board);
  const now = shown.get();
  const next = now.includes(personaId) ? now.filter((x) => x !== personaId) : [...now, personaId];
  shown.set(next.length > 0 ? next : [null]);
}

/** The curves that are drawn: those chosen whose personas are still there, else everybody's. */
export function drawnCurves(board: Board): (string | null)[] {
  const { personas } = board.$journey.get();
  const there = shownCurves(board)
    .get()
    .filter((x) => x === null || personas.some((p) => p.id === x));
  return there.length > 0 ? there : [null];
}
