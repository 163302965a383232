import type { Board } from '../board.ts';

/**
 * Keeps a board up to date while no canvas shows it. Changes of one turn are read once, at its end.
 * @returns a function that stops.
 */
export function followDocument(board: Board): () => void {
  let scheduled = false;
  let stopped = false;
  const now = () => {
    scheduled = false;
    if (!stopped) board.readJourney();
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(now);
  };
  const { phases, touchpoints, lanes, personas, cards, reactions, meta } = board.j;
  const parts = [phases, touchpoints, lanes, personas, cards, reactions, meta];
  for (const part of parts) part.observeDeep(schedule);
  board.project = now;
  // What happened between two views.
  now();
  return () => {
    stopped = true;
    for (const part of parts) part.unobserveDeep(schedule);
  };
}
