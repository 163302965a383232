import type { Capital } from '../analysis/index.ts';

export interface CapitalScale {
  /** Whole numbers along the axis, at most about eight, 0 always among them. */
  ticks: number[];
  yOf: (value: number) => number;
}

/** An axis that holds every value, the buffer and zero, with half a step of room at both ends. */
export function capitalScale(capital: Capital, top: number, plot: number): CapitalScale {
  const values = [0, capital.requiredBuffer, ...capital.points.flatMap((p) => [p.plain, p.weighted])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find((s) => (most - least) / s <= 8) ?? 500;
  const low = Math.floor(least / step) * step;
  const high = Math.max(low + step, Math.ceil(most / step) * step);
  const from = low - step / 2;
  const span = high - low + step;
  const count = Math.round((high - low) / step) + 1;
  return {
    ticks: Array.from({ length: count }, (_, i) => low + i * step),
    yOf: (value) => top + plot - ((value - from) / span) * plot,
  };
}

export interface EndLabel {
  key: 'plain' | 'weighted' | 'buffer';
  y: number;
  text: string;
}

const APART = 16;

/** Moves line labels apart so that none covers another; keeps their order from top to bottom. */
export function spread<L extends { y: number }>(labels: L[]): L[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  return sorted.map((label) => {
    const y = Math.max(label.y, floor + APART);
    floor = y;
    return { ...label, y };
  });
}
