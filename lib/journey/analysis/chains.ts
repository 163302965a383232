import type { MarkedTouchpoint } from './marks.ts';

/** How much of a bad experience colours the next one, 0…1; an assumption, shown as such. */
export const DEFAULT_LAMBDA = 0.5;

export interface Chain {
  /** The touchpoints it runs over, in order; unmarked ones between them are not part of it. */
  touchpointIds: string[];
  /** The lowest perceived value on it. */
  lowest: number;
}

export interface Perceived {
  touchpointId: string;
  /** `v + λ·min(0, previous)`. */
  value: number;
}

/** What each marked touchpoint feels like when a minus colours what follows. */
export function perceive(touchpoints: readonly MarkedTouchpoint[], lambda: number): Perceived[] {
  let before = 0;
  return touchpoints.flatMap(({ touchpointId, mark, weight }) => {
    if (mark === null) return [];
    const value = mark * weight + lambda * Math.min(0, before);
    before = value;
    return [{ touchpointId, value }];
  });
}

/** Chains of perceived minus: each starts at a minus mark and runs while the perceived value is below 0. */
export function chainsOf(touchpoints: readonly MarkedTouchpoint[], lambda = DEFAULT_LAMBDA): Chain[] {
  const chains: Chain[] = [];
  let open: Chain | null = null;
  for (const { touchpointId, value } of perceive(touchpoints, lambda)) {
    if (value >= 0) {
      open = null;
      continue;
    }
    if (!open) {
      open = { touchpointIds: [], lowest: value };
      chains.push(open);
    }
    open.touchpointIds.push(touchpointId);
    open.lowest = Math.min(open.lowest, value);
  }
  return chains;
}
