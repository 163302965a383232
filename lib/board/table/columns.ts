import type { Journey, Phase, Touchpoint } from '../../journey/model.ts';
import type { GridSize } from './grid-moves.ts';

/** A phase with its columns; one without touchpoints has a single empty column. */
export interface PhaseColumns {
  phase: Phase;
  touchpoints: readonly Touchpoint[];
  /** Of its first column, the lanes' names being 0. */
  start: number;
  span: number;
}

/** The table's columns in reading order, grouped by phase. */
export function phaseColumns({
  phases,
  touchpoints,
}: Pick<Journey, 'phases' | 'touchpoints'>): PhaseColumns[] {
  let start = 1;
  return phases.map((phase) => {
    const own = touchpoints.filter((t) => t.place.phaseId === phase.id);
    const group = { phase, touchpoints: own, start, span: Math.max(1, own.length) };
    start += group.span;
    return group;
  });
}

export function gridSize(groups: readonly PhaseColumns[], lanes: number): GridSize {
  return {
    rows: 2 + lanes,
    columns: 1 + groups.reduce((sum, group) => sum + group.span, 0),
    phases: groups.map((group) => group.start),
  };
}
