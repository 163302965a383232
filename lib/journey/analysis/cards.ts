import { type Card, type CardKind, CUSTOMER_KINDS, type Journey, type LaneKind } from '../model.ts';

/** A card that lies on the map, with the kind of its lane. Cards on the tray count in no figure. */
export interface PlacedCard {
  card: Card;
  touchpointId: string;
  laneKind: LaneKind;
}

/** Every placed card under its touchpoint, in the journey's order. */
export function placedByTouchpoint(journey: Journey): Map<string, PlacedCard[]> {
  const laneKinds = new Map(journey.lanes.map((l) => [l.id, l.kind]));
  const out = new Map<string, PlacedCard[]>(journey.touchpoints.map((t) => [t.id, []]));
  for (const card of journey.cards) {
    const laneKind = card.place && laneKinds.get(card.place.laneId);
    if (!card.place || !laneKind) continue;
    out.get(card.place.touchpointId)?.push({ card, touchpointId: card.place.touchpointId, laneKind });
  }
  return out;
}

const isCustomerKind = (kind: CardKind) => (CUSTOMER_KINDS as readonly CardKind[]).includes(kind);

/**
 * The employees' side: an employee card, any card in the employees' lane, or a quote, emotion or friction
 * that a finding reported (a finding of a customer would be observed).
 */
export function isEmployeeVoice({ card, laneKind }: PlacedCard): boolean {
  return (
    card.kind === 'employee' ||
    laneKind === 'employee' ||
    (isCustomerKind(card.kind) && card.evidence === 'reported' && card.source !== null)
  );
}

/** Said from the inside. What a customer told of the employees belongs to neither side's witnesses. */
export const isSaidInside = (placed: PlacedCard): boolean =>
  isEmployeeVoice(placed) && !isObserved(placed.card);

/** Quote, emotion or friction that is the customer's own, not an employee's. */
export const isCustomerCard = (placed: PlacedCard): boolean =>
  isCustomerKind(placed.card.kind) && !isEmployeeVoice(placed);

export const isCustomerFriction = (placed: PlacedCard): boolean =>
  placed.card.kind === 'friction' && isCustomerCard(placed);

/** Observed and traceable: without a finding behind it the word alone does not count. */
export const isObserved = (card: Card): boolean => card.evidence === 'observed' && card.source !== null;

/** The distinct interviews behind observed cards. */
export function interviewsBehind(cards: Iterable<Card>): Set<string> {
  const out = new Set<string>();
  for (const card of cards) if (isObserved(card) && card.source) out.add(card.source.interviewId);
  return out;
}
