import {
  interviewsBehind,
  isCustomerCard,
  isCustomerFriction,
  isEmployeeVoice,
  type PlacedCard,
} from './cards.ts';

/**
 * What chafes at one touchpoint. The customers' friction cards of a touchpoint are one problem, however
 * differently each put it: reach would be 1 everywhere if every wording stood alone.
 */
export interface FrictionSpot {
  touchpointId: string;
  /** Friction cards, gravest first. */
  cardIds: string[];
  /** The highest severity among them, 1…3. */
  severity: number;
  /** Distinct customer interviews that mention it. */
  reach: number;
  /** severity × reach; 0 when nobody interviewed has mentioned it. */
  score: number;
  /** An employee reports trouble here too. */
  mirrored: boolean;
  /** Customers' quotes at the touchpoint, observed ones first. */
  quoteIds: string[];
}

/** An employee's card of negative valence, or a friction, or one that carries a severity. */
const isEmployeeTrouble = (placed: PlacedCard): boolean =>
  isEmployeeVoice(placed) &&
  (placed.card.kind === 'friction' || (placed.card.valence ?? 0) < 0 || placed.card.severity !== null);

/** Where customers chafe, mirrored problems first, then by score; in the journey's order where equal. */
export function frictionsOf(placed: ReadonlyMap<string, readonly PlacedCard[]>): FrictionSpot[] {
  const spots: FrictionSpot[] = [];
  for (const [touchpointId, cards] of placed) {
    const frictions = cards.filter(isCustomerFriction).map((p) => p.card);
    if (frictions.length === 0) continue;
    const severity = frictions.reduce((most, c) => Math.max(most, c.severity ?? 1), 1);
    const reach = interviewsBehind(frictions).size;
    const quotes = cards.filter((p) => p.card.kind === 'quote' && isCustomerCard(p)).map((p) => p.card);
    const rank = { observed: 0, reported: 1, assumed: 2 } as const;
    spots.push({
      touchpointId,
      cardIds: frictions.toSorted((a, b) => (b.severity ?? 1) - (a.severity ?? 1)).map((c) => c.id),
      severity,
      reach,
      score: severity * reach,
      mirrored: cards.some(isEmployeeTrouble),
      quoteIds: quotes.toSorted((a, b) => rank[a.evidence] - rank[b.evidence]).map((c) => c.id),
    });
  }
  return spots.sort(
    (a, b) => Number(b.mirrored) - Number(a.mirrored) || b.score - a.score || b.severity - a.severity,
  );
}
