import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { type Collection, type Entry, type JourneyDoc, readStructure, toJourney } from '../document.ts';
import type { LaneKind, Mark, Part, Place, Touchpoint } from '../model.ts';
import { orderAt } from '../order.ts';
import { moveCards } from './cards.ts';
import { setText, textOf } from './text.ts';

/** The commands of the map's structure; the server refuses them from whoever may not use them. */

/** Adds an entry with a name to a collection and returns its id; call inside a transaction. */
export function add(
  j: JourneyDoc,
  collection: Collection,
  name: string,
  fields: Record<string, unknown>,
): string {
  const key = nanoid(10);
  const entry: Entry = new Y.Map<unknown>();
  entry.set('name', new Y.Text(name));
  for (const [field, value] of Object.entries(fields)) entry.set(field, value);
  j[collection].set(key, entry);
  return key;
}

/** Adds a phase at `index` among those of its part (default last) and returns its id. */
export function addPhase(j: JourneyDoc, input: { name: string; part: Part; index?: number }): string {
  return j.doc.transact(() => {
    const beside = readStructure(j).phases.filter((p) => p.part === input.part);
    const order = orderAt(beside, input.index ?? beside.length);
    return add(j, 'phases', input.name, { part: input.part, order });
  }, j.origin);
}

/** Moves a phase to `index` among the phases of `part`, itself not counted. */
export function movePhase(j: JourneyDoc, phaseId: string, part: Part, index: number): void {
  j.doc.transact(() => {
    const beside = readStructure(j).phases.filter((p) => p.part === part && p.id !== phaseId);
    const entry = j.phases.get(phaseId);
    if (!entry) return;
    if (entry.get('part') !== part) entry.set('part', part);
    entry.set('order', orderAt(beside, index));
  }, j.origin);
}

/** Removes a phase; its touchpoints go to `intoPhaseId`, or are removed with it (cards to the tray). */
export function removePhase(j: JourneyDoc, phaseId: string, intoPhaseId: string | null): void {
  j.doc.transact(() => {
    for (const t of readStructure(j).touchpoints.filter((x) => x.place.phaseId === phaseId)) {
      if (intoPhaseId) moveTouchpoint(j, t.id, intoPhaseId, Number.POSITIVE_INFINITY);
      else removeTouchpoint(j, t.id);
    }
    j.phases.delete(phaseId);
  }, j.origin);
}

/** Adds a touchpoint at `index` of a phase (default last) and returns its id. */
export function addTouchpoint(
  j: JourneyDoc,
  input: { name: string; phaseId: string; index?: number },
): string {
  return j.doc.transact(() => {
    const order = touchpointOrder(j, input.phaseId, input.index);
    return add(j, 'touchpoints', input.name, { place: { phaseId: input.phaseId, order } });
  }, j.origin);
}

/** Moves a touchpoint to `index` of a phase, itself not counted. */
export function moveTouchpoint(j: JourneyDoc, touchpointId: string, phaseId: string, index: number): void {
  j.doc.transact(() => {
    const order = touchpointOrder(j, phaseId, index, touchpointId);
    j.touchpoints.get(touchpointId)?.set('place', { phaseId, order });
  }, j.origin);
}

function touchpointOrder(j: JourneyDoc, phaseId: string, index?: number, except?: string): string {
  const beside = readStructure(j)
    .touchpoints.filter((t) => t.place.phaseId === phaseId && t.id !== except)
    .map((t) => ({ id: t.id, order: t.place.order }));
  return orderAt(beside, index ?? beside.length);
}

/**
 * Removes a touchpoint, never its cards: they go to the same lanes of touchpoint `into`, after what is
 * there, or with null to the tray.
 */
export function removeTouchpoint(j: JourneyDoc, touchpointId: string, into: string | null = null): void {
  j.doc.transact(() => {
    rehome(j, (p) => p.touchpointId === touchpointId && { ...p, touchpointId: into });
    j.touchpoints.delete(touchpointId);
  }, j.origin);
}

export type TouchpointFields = Partial<Pick<Touchpoint, 'channel' | 'owner'>>;

/** Sets single properties of a touchpoint; no-op when it is gone. An empty word is none. */
export function setTouchpoint(j: JourneyDoc, touchpointId: string, fields: TouchpointFields): void {
  const entry = j.touchpoints.get(touchpointId);
  if (!entry) return;
  j.doc.transact(() => {
    for (const [key, value] of Object.entries(fields)) {
      const wanted = value?.trim() || null;
      if ((entry.get(key) ?? null) !== wanted) entry.set(key, wanted);
    }
  }, j.origin);
}

/** null lets the mark follow from the emotion cards again. */
export function setMark(j: JourneyDoc, touchpointId: string, mark: Mark | null): void {
  j.doc.transact(() => j.touchpoints.get(touchpointId)?.set('mark', mark), j.origin);
}

/** Adds a lane at `index` (default last) and returns its id. */
export function addLane(j: JourneyDoc, input: { name: string; kind: LaneKind; index?: number }): string {
  return j.doc.transact(() => {
    const { lanes } = readStructure(j);
    return add(j, 'lanes', input.name, {
      kind: input.kind,
      order: orderAt(lanes, input.index ?? lanes.length),
    });
  }, j.origin);
}

/** Moves a lane to `index` among the lanes, itself not counted. */
export function moveLane(j: JourneyDoc, laneId: string, index: number): void {
  j.doc.transact(() => {
    const beside = readStructure(j).lanes.filter((l) => l.id !== laneId);
    j.lanes.get(laneId)?.set('order', orderAt(beside, index));
  }, j.origin);
}

/**
 * Removes a lane, never its cards: they go to lane `into`, which the caller has chosen to take them, or
 * with null to the tray.
 */
export function removeLane(j: JourneyDoc, laneId: string, into: string | null = null): void {
  j.doc.transact(() => {
    rehome(j, (p) => p.laneId === laneId && { ...p, laneId: into });
    j.lanes.delete(laneId);
  }, j.origin);
}

type NewCell = { touchpointId: string | null; laneId: string | null };

/** Moves every card for which `cellFor` names a cell: there, behind what it holds, or to the tray. */
function rehome(j: JourneyDoc, cellFor: (place: Place) => NewCell | false): void {
  for (const card of toJourney(j).cards) {
    const cell = card.place && cellFor(card.place);
    if (!cell) continue;
    const { touchpointId, laneId } = cell;
    moveCards(j, [card.id], touchpointId === null || laneId === null ? null : { touchpointId, laneId });
  }
}

/** Renames a phase, touchpoint, lane or persona by the smallest edit; no-op when it is gone. */
export function rename(
  j: JourneyDoc,
  collection: 'phases' | 'touchpoints' | 'lanes' | 'personas',
  key: string,
  name: string,
): void {
  const entry = j[collection].get(key);
  if (entry) j.doc.transact(() => setText(textOf(entry, 'name'), name), j.origin);
}
