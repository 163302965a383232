import type { MarkedTouchpoint } from './marks.ts';

/** The dearer the offer, the larger the buffer it needs: per cent of the marked touchpoints. */
export const BUFFER_PERCENT = { low: 10, middle: 20, high: 30 } as const;
export type PriceLevel = keyof typeof BUFFER_PERCENT;

export interface CapitalPoint {
  touchpointId: string;
  /** False: nobody has marked it, the capital is carried over. */
  marked: boolean;
  plain: number;
  weighted: number;
}

export interface Capital {
  /** The capital after each touchpoint. */
  points: CapitalPoint[];
  /** At the end of the journey. */
  plain: number;
  weighted: number;
  /** How many touchpoints have a mark. */
  marked: number;
  trend: 'grown' | 'unchanged' | 'shrunk' | 'unknown';
  bufferPercent: number;
  /** What the capital should be at least, rounded up to a whole mark. */
  requiredBuffer: number;
  /** atRisk: no buffer at all (≤ 0). thinBuffer: less than required. unknown: nothing is marked. */
  alarm: 'atRisk' | 'thinBuffer' | 'none' | 'unknown';
  /** The lowest capital on the way and the first touchpoint where it is reached. */
  dip: { touchpointId: string; plain: number } | null;
}

/** Sums marks along the journey: what exceeds an expectation adds, what misses takes, met adds nothing. */
export function capitalOf(touchpoints: readonly MarkedTouchpoint[], bufferPercent: number): Capital {
  let plain = 0;
  let weighted = 0;
  let dip: Capital['dip'] = null;
  const points = touchpoints.map(({ touchpointId, mark, weight }) => {
    plain += mark ?? 0;
    weighted += (mark ?? 0) * weight;
    if (mark !== null && (dip === null || plain < dip.plain)) dip = { touchpointId, plain };
    return { touchpointId, marked: mark !== null, plain, weighted };
  });
  const marked = points.filter((p) => p.marked).length;
  const requiredBuffer = Math.ceil((marked * bufferPercent) / 100);
  const alarm = plain <= 0 ? 'atRisk' : plain < requiredBuffer ? 'thinBuffer' : 'none';
  const trend = plain > 0 ? 'grown' : plain < 0 ? 'shrunk' : 'unchanged';
  const known = marked > 0;
  return {
    points,
    plain,
    weighted,
    marked,
    trend: known ? trend : 'unknown',
    bufferPercent,
    requiredBuffer,
    alarm: known ? alarm : 'unknown',
    dip,
  };
}
