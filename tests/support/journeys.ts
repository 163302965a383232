import { generateNKeysBetween } from 'jittered-fractional-indexing';
import {
  type Card,
  type CardKind,
  defaultEvidence,
  type Journey,
  type LaneKind,
  PARTS,
  type Source,
} from '../../lib/journey/model.ts';

/** Small journeys for tests, with readable ids: phases p0…, touchpoints t0…, lanes named by kind, cards c0…. */

const keys = generateNKeysBetween(null, null, 1_500);
const key = (i: number) => keys[i] as string;

export interface CardInput extends Partial<Omit<Card, 'id' | 'place'>> {
  kind?: CardKind;
  cell?: { touchpointId: string; laneId: string } | null;
}

/** Card `c<i>`; later numbers stand lower in their cell. */
export function cardOf(i: number, { cell = null, ...fields }: CardInput = {}): Card {
  const kind = fields.kind ?? 'quote';
  const source: Source | null = fields.source ?? null;
  return {
    id: `c${i}`,
    kind,
    text: `Card ${i}`,
    place: cell && { ...cell, order: key(i) },
    evidence: defaultEvidence(kind, source),
    source,
    authorId: 'u1',
    createdAt: 0,
    emoji: null,
    valence: null,
    severity: null,
    personaId: null,
    reactions: {},
    ...fields,
  };
}

/** A journey of one phase per number in `touchpoints` (parts in turn, before/during/after). */
export function journeyOf(input: { touchpoints: number[]; lanes: LaneKind[]; cards: Card[] }): Journey {
  const last = input.touchpoints.length - 1;
  const phases = input.touchpoints.map((_, i) => ({
    id: `p${i}`,
    name: `Phase ${i}`,
    part: PARTS[last > 0 ? Math.round((i / last) * 2) : 0] ?? 'after',
    order: key(i),
  }));
  const touchpoints = input.touchpoints
    .flatMap((n, p) => Array.from({ length: n }, () => `p${p}`))
    .map((phaseId, i) => ({
      id: `t${i}`,
      name: `Touchpoint ${i}`,
      place: { phaseId, order: key(i) },
      mark: null,
      channel: null,
      owner: null,
      personas: [],
    }));
  const lanes = input.lanes.map((kind, i) => ({ id: kind, name: kind, kind, order: key(i) }));
  const meta = {
    version: 1,
    title: 'Test',
    locale: 'en',
    structure: 'facilitator',
    cards: 'everyone',
  } as const;
  return { meta, phases, touchpoints, lanes, personas: [], cards: input.cards, unreadable: [] };
}
