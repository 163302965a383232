import { announce } from '../announce.tsx';
import type { Board } from '../board.ts';
import type { Target } from './actions.ts';

/** Says where a name has come to stand, to whoever does not see it. */
export function sayPlace(board: Board, { collection, id }: Target): void {
  const { phases, touchpoints, lanes } = board.$journey.get();
  const one = { phases, touchpoints, lanes }[collection].find((x) => x.id === id);
  if (!one) return;
  const phase = 'place' in one ? phases.find((p) => p.id === one.place.phaseId) : undefined;
  const beside = phase
    ? touchpoints.filter((x) => x.place.phaseId === phase.id)
    : collection === 'lanes'
      ? lanes
      : phases;
  const words = { name: one.name, at: beside.findIndex((x) => x.id === id) + 1, of: beside.length };
  announce(board, (t) =>
    phase ? t('structure.movedWithin', { ...words, within: phase.name }) : t('structure.movedTo', words),
  );
}
