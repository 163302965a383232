import type { Journey, Mark } from '../model.ts';
import { isCustomerCard, isCustomerFriction, type PlacedCard } from './cards.ts';

export interface MarkedTouchpoint {
  touchpointId: string;
  /** +1 exceeded, 0 met, −1 missed the customer's expectation; null: nobody has said (a gap). */
  mark: Mark | null;
  /** Where the mark comes from: the group set it, or it follows from the emotion cards. */
  from: 'group' | 'emotions' | null;
  /** How grave, 1…3. */
  weight: number;
  /** Of the customer's emotion cards that have a valence, −2…+2; null without any. */
  meanValence: number | null;
  emotions: number;
}

/** The mark and weight of every touchpoint, in the order of the journey. */
export function markTouchpoints(
  journey: Journey,
  placed: ReadonlyMap<string, readonly PlacedCard[]>,
): MarkedTouchpoint[] {
  return journey.touchpoints.map((touchpoint) => {
    const cards = placed.get(touchpoint.id) ?? [];
    const valences = cards
      .filter((p) => p.card.kind === 'emotion' && isCustomerCard(p))
      .flatMap((p) => (p.card.valence === null ? [] : [p.card.valence]));
    const meanValence =
      valences.length > 0 ? valences.reduce((sum, v) => sum + v, 0) / valences.length : null;
    const felt = meanValence === null ? null : markOf(meanValence);
    const mark = touchpoint.mark ?? felt;
    const from = touchpoint.mark !== null ? 'group' : felt === null ? null : 'emotions';
    const weight = mark === -1 ? gravest(cards) : 1;
    return { touchpointId: touchpoint.id, mark, from, weight, meanValence, emotions: valences.length };
  });
}

/** Mean valence ≥ +0.5 exceeds, ≤ −0.5 misses, between them the expectation was met. */
export const markOf = (meanValence: number): Mark => (meanValence >= 0.5 ? 1 : meanValence <= -0.5 ? -1 : 0);

/** The highest severity of the customer's friction cards, at least 1. */
const gravest = (cards: readonly PlacedCard[]): number =>
  cards.filter(isCustomerFriction).reduce((most, p) => Math.max(most, p.card.severity ?? 1), 1);
