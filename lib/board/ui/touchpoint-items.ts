import type { Board } from '../board.ts';
import type { MenuItem } from './menu.tsx';

/** The map's touchpoints under their phases, as the entries of a menu. */
export function touchpointItems(
  board: Board,
  choose: (touchpointId: string) => void,
  current?: string,
): MenuItem[] {
  const { phases, touchpoints } = board.$journey.get();
  return phases.flatMap((phase) => {
    const inPhase = touchpoints.filter((t) => t.place.phaseId === phase.id);
    if (inPhase.length === 0) return [];
    return [
      { heading: phase.name },
      ...inPhase.map((t) => ({ label: t.name, run: () => choose(t.id), disabled: t.id === current })),
    ];
  });
}
