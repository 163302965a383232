import {
  addLane,
  addPhase,
  addTouchpoint,
  moveLane,
  movePhase,
  moveTouchpoint,
  removeLane,
  removePhase,
  removeTouchpoint,
  rename,
} from '../../journey/commands/structure.ts';
import { PARTS, type Part } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { keepArrowEnds } from '../gestures/keep-arrow-ends.ts';

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

/** Adds one of the same kind behind `target` and returns it, to be named at once. */
export function addAfter(board: Board, target: Target, names: NewNames): Target {
  const journey = board.$journey.get();
  if (target.collection === 'touchpoints') {
    const t = journey.touchpoints.find((x) => x.id === target.id);
    const phaseId = t?.place.phaseId ?? '';
    const beside = journey.touchpoints.filter((x) => x.place.phaseId === phaseId);
    const index = beside.findIndex((x) => x.id === target.id) + 1;
    const id = board.step((j) => addTouchpoint(j, { name: names.touchpoint, phaseId, index }));
    return { collection: 'touchpoints', id };
  }
  if (target.collection === 'phases') {
    const phase = journey.phases.find((p) => p.id === target.id);
    const part = phase?.part ?? 'during';
    const index = journey.phases.filter((p) => p.part === part).findIndex((p) => p.id === target.id) + 1;
    return { collection: 'phases', id: board.step((j) => addPhase(j, { name: names.phase, part, index })) };
  }
  const index = journey.lanes.findIndex((l) => l.id === target.id) + 1;
  const id = board.step((j) => addLane(j, { name: names.lane, kind: 'free', index }));
  return { collection: 'lanes', id };
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
  if (run) board.step(run);
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

/** What removing would send to the tray or take away. */
export function consequence(
  board: Board,
  { collection, id }: Target,
): { cards: number; touchpoints: number } {
  const { touchpoints } = board.$journey.get();
  const moving = collection === 'phases' ? touchpoints.filter((t) => t.place.phaseId === id).length : 0;
  return { cards: cardsUnder(board, { collection, id }).length, touchpoints: moving };
}

function cardsUnder(board: Board, { collection, id }: Target): string[] {
  const { cards, touchpoints } = board.$journey.get();
  const phaseOf = (touchpointId: string) => touchpoints.find((t) => t.id === touchpointId)?.place.phaseId;
  return cards.flatMap(({ id: cardId, place }) => {
    if (!place) return [];
    const { touchpointId, laneId } = place;
    const over = { lanes: laneId, touchpoints: touchpointId, phases: phaseOf(touchpointId) }[collection];
    return over === id ? [cardId] : [];
  });
}

/** Removes; cards go to the tray. A phase's touchpoints go to its neighbour when there is one. */
export function removeTarget(board: Board, { collection, id }: Target): void {
  const neighbour = collection === 'phases' ? (neighbourPhase(board, id)?.id ?? null) : null;
  board.step((j) => {
    if (!neighbour) keepArrowEnds(board, cardsUnder(board, { collection, id }));
    if (collection === 'lanes') removeLane(j, id);
    else if (collection === 'touchpoints') removeTouchpoint(j, id);
    else removePhase(j, id, neighbour);
  });
}

export function neighbourPhase(board: Board, phaseId: string) {
  const { phases } = board.$journey.get();
  const at = phases.findIndex((p) => p.id === phaseId);
  return phases[at - 1] ?? phases[at + 1];
}
