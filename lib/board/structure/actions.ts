import {
  addLane,
  addPhase,
  addTouchpoint,
  moveLane,
  movePhase,
  moveTouchpoint,
  rename,
} from '../../journey/commands/structure.ts';
import { type LaneKind, PARTS, type Part } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { sayPlace } from './say-place.ts';
import type { Spot } from './spots.ts';

export type Structural = 'phases' | 'touchpoints' | 'lanes';
export interface Target {
  collection: Structural;
  id: string;
}

/** Names of what is added before anybody has named it, in the reader's language. */
export interface NewNames {
  phase: string;
  touchpoint: string;
  lane: string;
}

export function renameTarget(board: Board, { collection, id }: Target, name: string): void {
  const clean = name.trim();
  if (clean) board.step((j) => rename(j, collection, id, clean));
}

/** Adds one of the same kind beside `target` and returns it, to be named at once. */
export function addBeside(board: Board, target: Target, side: 'before' | 'after', names: NewNames): Target {
  const { phases, touchpoints, lanes } = board.$journey.get();
  const { collection, id } = target;
  const next = side === 'after' ? 1 : 0;
  if (collection === 'lanes') {
    const index = lanes.findIndex((l) => l.id === id) + next;
    return addLaneAt(board, index, { kind: 'free', name: names.lane });
  }
  if (collection === 'phases') {
    const part = phases.find((p) => p.id === id)?.part ?? 'during';
    const index = phases.filter((p) => p.part === part).findIndex((p) => p.id === id) + next;
    return addAt(board, { collection, part, index, at: 0 }, names);
  }
  const phaseId = touchpoints.find((t) => t.id === id)?.place.phaseId ?? '';
  const beside = touchpoints.filter((t) => t.place.phaseId === phaseId);
  const index = beside.findIndex((t) => t.id === id) + next;
  return addAt(board, { collection, phaseId, index, at: 0 }, names);
}

/** Adds a phase or touchpoint at a spot of the map and returns it, to be named at once. */
export function addAt(board: Board, spot: Exclude<Spot, { collection: 'lanes' }>, names: NewNames): Target {
  const { collection, index } = spot;
  const id = board.step((j) => {
    if (spot.collection === 'phases') return addPhase(j, { name: names.phase, part: spot.part, index });
    return addTouchpoint(j, { name: names.touchpoint, phaseId: spot.phaseId, index });
  });
  return { collection, id };
}

/** Adds a lane at `index` of the lanes and returns it. */
export function addLaneAt(board: Board, index: number, lane: { kind: LaneKind; name: string }): Target {
  return { collection: 'lanes', id: board.step((j) => addLane(j, { ...lane, index })) };
}

export function addTouchpointTo(board: Board, phaseId: string, names: NewNames): Target {
  const id = board.step((j) => addTouchpoint(j, { name: names.touchpoint, phaseId }));
  return { collection: 'touchpoints', id };
}

export function addFirstPhase(board: Board, names: NewNames): Target {
  return { collection: 'phases', id: board.step((j) => addPhase(j, { name: names.phase, part: 'during' })) };
}

/** Whether `target` can go one place back (−1) or on (+1). */
export function canShift(board: Board, target: Target, by: -1 | 1): boolean {
  return shiftOf(board, target, by) !== null;
}

export function shift(board: Board, target: Target, by: -1 | 1): void {
  const run = shiftOf(board, target, by);
  if (!run) return;
  board.step(run);
  board.project();
  sayPlace(board, target);
}

/** One place over; at the end of its phase (part) a touchpoint (phase) enters the neighbour. */
function shiftOf(board: Board, { collection, id }: Target, by: -1 | 1) {
  const { phases, touchpoints, lanes } = board.$journey.get();
  type Run = Parameters<Board['step']>[0];
  if (collection === 'lanes') {
    const at = lanes.findIndex((l) => l.id === id) + by;
    const run: Run = (j) => moveLane(j, id, at);
    return at < 0 || at >= lanes.length ? null : run;
  }
  if (collection === 'phases') {
    const part = phases.find((p) => p.id === id)?.part ?? 'during';
    const beside = phases.filter((p) => p.part === part);
    const at = beside.findIndex((p) => p.id === id) + by;
    if (at >= 0 && at < beside.length) return ((j) => movePhase(j, id, part, at)) as Run;
    const next = PARTS[PARTS.indexOf(part) + by] as Part | undefined;
    if (!next) return null;
    const end = by > 0 ? 0 : phases.filter((p) => p.part === next).length;
    return ((j) => movePhase(j, id, next, end)) as Run;
  }
  const phaseId = touchpoints.find((t) => t.id === id)?.place.phaseId ?? '';
  const beside = touchpoints.filter((t) => t.place.phaseId === phaseId);
  const at = beside.findIndex((t) => t.id === id) + by;
  if (at >= 0 && at < beside.length) return ((j) => moveTouchpoint(j, id, phaseId, at)) as Run;
  const next = phases[phases.findIndex((p) => p.id === phaseId) + by];
  if (!next) return null;
  const end = by > 0 ? 0 : touchpoints.filter((t) => t.place.phaseId === next.id).length;
  return ((j) => moveTouchpoint(j, id, next.id, end)) as Run;
}
