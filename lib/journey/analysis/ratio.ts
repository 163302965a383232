import type { MarkedTouchpoint } from './marks.ts';

/** Normann: it takes twelve good experiences to outweigh a bad one. A point of orientation, no verdict. */
export const ORIENTATION = 12;

export interface Ratio {
  plus: number;
  minus: number;
  /** How many plus the 12:1 would ask for against these minus. */
  plusFor12: number;
}

const ratio = (plus: number, minus: number): Ratio => ({ plus, minus, plusFor12: minus * ORIENTATION });

/** Plus against minus marks, counted and by weight. */
export function ratioOf(touchpoints: readonly MarkedTouchpoint[]): { counted: Ratio; weighted: Ratio } {
  const plus = touchpoints.filter((t) => t.mark === 1);
  const minus = touchpoints.filter((t) => t.mark === -1);
  const weight = (list: MarkedTouchpoint[]) => list.reduce((sum, t) => sum + t.weight, 0);
  return {
    counted: ratio(plus.length, minus.length),
    weighted: ratio(weight(plus), weight(minus)),
  };
}
