import {
  interviewsBehind,
  isCustomerCard,
  isCustomerFriction,
  isSaidInside,
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
  /**
   * Customers' quotes that tell of it, observed ones first. Whoever told only good feelings of this
   * touchpoint is not called as a witness against it.
   */
  quoteIds: string[];
}

/** An employee's card of negative valence, or a friction, or one that carries a severity. */
const isEmployeeTrouble = (placed: PlacedCard): boolean =>
  isSaidInside(placed) &&
  (placed.card.kind === 'friction' || (placed.card.valence ?? 0) < 0 || placed.card.severity !== null);

/** The interviews that told a good feeling here, and neither a friction nor a bad one. */
function contentInterviews(cards: readonly PlacedCard[]): Set<string> {
  const feelings = cards.filter((p) => p.card.kind === 'emotion' && isCustomerCard(p));
  const told = (wanted: (valence: number) => boolean) =>
    interviewsBehind(feelings.filter((p) => wanted(p.card.valence ?? 0)).map((p) => p.card));
  const content = told((valence) => valence > 0);
  for (const troubled of [
    told((v) => v < 0),
    interviewsBehind(cards.filter(isCustomerFriction).map((p) => p.card)),
  ])
    for (const interviewId of troubled) content.delete(interviewId);
  return content;
}

/** Where customers chafe, mirrored problems first, then by score; in the journey's order where equal. */
export function frictionsOf(placed: ReadonlyMap<string, readonly PlacedCard[]>): FrictionSpot[] {
  const spots: FrictionSpot[] = [];
  for (const [touchpointId, cards] of placed) {
    const frictions = cards.filter(isCustomerFriction).map((p) => p.card);
    if (frictions.length === 0) continue;
    const severity = frictions.reduce((most, c) => Math.max(most, c.severity ?? 1), 1);
    const reach = interviewsBehind(frictions).size;
    const content = contentInterviews(cards);
    const quotes = cards
      .filter((p) => p.card.kind === 'quote' && isCustomerCard(p))
      .map((p) => p.card)
      .filter((c) => c.source === null || !content.has(c.source.interviewId));
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
