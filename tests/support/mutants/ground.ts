import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../../lib/journey/document.ts';

/**
 * The map that mutations are made against. Everything in it is fixed (ids, orders, client ids), so that a
 * seed and an index make the same bytes on every machine.
 */
export const GROUND_CLIENT = 4_242;

export const PHASES = ['p0', 'p1'] as const;
export const TOUCHPOINTS = ['t0', 't1', 't2'] as const;
export const LANES = ['quotes', 'emotions'] as const;
export const CARDS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] as const;
export const SHAPES = ['shape:f0', 'shape:f1'] as const;

const order = (n: number) => `a${n}`;

export function cardEntry(authorId: string, text: string, place: unknown, more: object = {}): Y.Map<unknown> {
  return new Y.Map<unknown>(
    Object.entries({
      kind: 'quote',
      text: new Y.Text(text),
      evidence: 'assumed',
      authorId,
      createdAt: 1_700_000_000_000,
      place,
      ...more,
    }),
  );
}

export function frameEntry(place: object = {}, props: object = {}): Y.Map<unknown> {
  return new Y.Map<unknown>(
    Object.entries({
      schema: 1,
      typeName: 'shape',
      type: 'frame',
      meta: {},
      opacity: 1,
      isLocked: false,
      place: { parentId: 'page:page', index: 'a1', x: 0, y: 0, rotation: 0, ...place },
      'props.w': 10,
      'props.h': 10,
      'props.name': 'Frame',
      'props.color': 'black',
      ...props,
    }),
  );
}

/** Writes the map into `j`. `cards` of it belong to per and ada in turn. */
function write(j: JourneyDoc): void {
  const rules = { version: 1, title: 'Ground', locale: 'sv', structure: 'facilitator', cards: 'everyone' };
  for (const [key, value] of Object.entries(rules)) j.meta.set(key, value);
  const named = (name: string, fields: object) =>
    new Y.Map<unknown>(Object.entries({ name: new Y.Text(name), ...fields }));
  for (const [i, id] of PHASES.entries())
    j.phases.set(id, named(`Fas ${i}`, { part: 'before', order: order(i) }));
  for (const [i, id] of TOUCHPOINTS.entries()) {
    const place = { phaseId: PHASES[i % 2], order: order(i) };
    j.touchpoints.set(id, named(`Kontakt ${i}`, { place }));
  }
  j.lanes.set('quotes', named('Säger', { kind: 'quote', order: order(0) }));
  j.lanes.set('emotions', named('Känner', { kind: 'emotion', order: order(1) }));
  for (const [i, id] of CARDS.entries()) {
    const place = i === 5 ? null : { touchpointId: TOUCHPOINTS[i % 3], laneId: 'quotes', order: order(i) };
    const source = i === 1 ? { source: { findingId: 'f1', interviewId: 'i1' } } : {};
    j.cards.set(id, cardEntry(i % 2 === 0 ? 'per' : 'ada', `Åh nej, inte igen ${i} 😡`, place, source));
  }
  j.drawing.set('shape:f0', frameEntry());
  j.drawing.set('shape:f1', frameEntry({ parentId: 'shape:f0', x: 5 }));
}

/** The map as a stored state. */
export function groundState(): Uint8Array {
  const j = openJourney(new Y.Doc());
  j.doc.clientID = GROUND_CLIENT;
  j.doc.transact(() => write(j));
  return Y.encodeStateAsUpdate(j.doc);
}

/** A copy of a state somebody is about to edit as `clientId`. */
export function copyOf(state: Uint8Array, clientId: number): JourneyDoc {
  const j = openJourney(new Y.Doc());
  Y.applyUpdate(j.doc, state);
  j.doc.clientID = clientId;
  return j;
}
