import { moveLane, movePhase, moveTouchpoint } from '../../journey/commands/structure.ts';
import type { JourneyDoc } from '../../journey/document.ts';
import { COLUMN, type MapLayout } from '../../journey/layout/index.ts';
import { type Journey, PARTS, type Part } from '../../journey/model.ts';
import type { Structural, Target } from './actions.ts';

/**
 * A place among the others where a phase, touchpoint or lane can be added or dropped. `index` counts what
 * is there now; `at` is where it is on the map: x, for lanes y.
 */
export type Spot =
  | { collection: 'touchpoints'; phaseId: string; index: number; at: number }
  | { collection: 'phases'; part: Part; index: number; at: number }
  | { collection: 'lanes'; index: number; at: number };

export type Frame = Pick<MapLayout, 'phases' | 'columns' | 'rows' | 'width' | 'height'>;

/** Every spot for one more of a collection, from the beginning to the end of the map. */
export function spotsOf(map: Frame, collection: Structural): Spot[] {
  if (collection === 'lanes') {
    const ends = [...map.rows.map((row) => row.y), map.height];
    return ends.map((at, index) => ({ collection, index, at }));
  }
  return collection === 'phases' ? phaseSpots(map) : touchpointSpots(map);
}

function touchpointSpots(map: Frame): Spot[] {
  return map.phases.flatMap((phase) => {
    const columns = map.columns.filter((c) => c.phaseId === phase.id);
    const edges =
      columns.length > 0 ? [...columns.map((c) => c.x), phase.x + phase.w] : [phase.x + phase.w / 2];
    return edges.map((at, index) => ({ collection: 'touchpoints' as const, phaseId: phase.id, index, at }));
  });
}

/** A part without phases has its spot where its first one would come to stand. */
function phaseSpots(map: Frame): Spot[] {
  let end = -COLUMN.phaseGap;
  return PARTS.flatMap((part) => {
    const phases = map.phases.filter((p) => p.part === part);
    const last = phases.at(-1);
    if (!last) return [{ collection: 'phases' as const, part, index: 0, at: end + COLUMN.phaseGap / 2 }];
    end = last.x + last.w;
    const edges = [...phases.map((p, i) => (i === 0 ? p.x : p.x - COLUMN.phaseGap / 2)), end];
    return edges.map((at, index) => ({ collection: 'phases' as const, part, index, at }));
  });
}

/** The spot nearest to x (for lanes y); null without any. */
export function nearestSpot(spots: readonly Spot[], at: number): Spot | null {
  let nearest: Spot | null = null;
  for (const spot of spots) {
    if (!nearest || Math.abs(spot.at - at) < Math.abs(nearest.at - at)) nearest = spot;
  }
  return nearest;
}

/** The command that brings `target` to `spot`; null when it lies there already, or is gone. */
export function moveTo(
  { phases, touchpoints, lanes }: Pick<Journey, 'phases' | 'touchpoints' | 'lanes'>,
  { collection, id }: Target,
  spot: Spot,
): ((j: JourneyDoc) => void) | null {
  if (spot.collection !== collection) return null;
  const there = { phases, touchpoints, lanes }[collection].some((x) => x.id === id);
  if (!there) return null;
  if (spot.collection === 'lanes') {
    const index = settled(lanes, id, spot.index);
    return index === null ? null : (j) => moveLane(j, id, index);
  }
  if (spot.collection === 'phases') {
    const { part } = spot;
    const index = settled(
      phases.filter((p) => p.part === part),
      id,
      spot.index,
    );
    return index === null ? null : (j) => movePhase(j, id, part, index);
  }
  const { phaseId } = spot;
  const index = settled(
    touchpoints.filter((t) => t.place.phaseId === phaseId),
    id,
    spot.index,
  );
  return index === null ? null : (j) => moveTouchpoint(j, id, phaseId, index);
}

/** `index` among the others, itself not counted; null when that is where it is. */
function settled(beside: readonly { id: string }[], id: string, index: number): number | null {
  const own = beside.findIndex((x) => x.id === id);
  if (own < 0 || index < own) return index;
  return index === own || index === own + 1 ? null : index - 1;
}
