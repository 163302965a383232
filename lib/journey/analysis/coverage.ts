import { interviewsBehind, isCustomerCard, isObserved, type PlacedCard } from './cards.ts';

export interface TouchpointCoverage {
  touchpointId: string;
  /** Customer cards (quotes, emotions, frictions) that a customer interview bears out. */
  observed: number;
  total: number;
  /** Distinct customer interviews behind the touchpoint. */
  interviews: number;
}

export interface Coverage {
  observed: number;
  total: number;
  /** observed / total, 0…1; null without customer cards. */
  share: number | null;
  /** Distinct customer interviews behind the whole map. */
  interviews: number;
  touchpoints: TouchpointCoverage[];
  /** Touchpoints that no interview speaks of. */
  assumed: string[];
}

/** How much of what the map says about customers was said by customers. */
export function coverageOf(placed: ReadonlyMap<string, readonly PlacedCard[]>): Coverage {
  const all = [...placed.values()].flat().filter(isCustomerCard);
  const touchpoints = [...placed].map(([touchpointId, cards]) => {
    const customer = cards.filter(isCustomerCard).map((p) => p.card);
    return {
      touchpointId,
      observed: customer.filter(isObserved).length,
      total: customer.length,
      interviews: interviewsBehind(customer).size,
    };
  });
  const observed = all.filter((p) => isObserved(p.card)).length;
  return {
    observed,
    total: all.length,
    share: all.length > 0 ? observed / all.length : null,
    interviews: interviewsBehind(all.map((p) => p.card)).size,
    touchpoints,
    assumed: touchpoints.filter((t) => t.interviews === 0).map((t) => t.touchpointId),
  };
}
