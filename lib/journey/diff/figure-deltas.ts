import type { Figures } from '../analysis/index.ts';

export const COMPARED_FIGURES = [
  'capital',
  'weighted',
  'plus',
  'minus',
  'coverage',
  'frictions',
  'touchpoints',
  'cards',
  'interviews',
] as const;
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

export interface FigureDelta {
  figure: ComparedFigure;
  /** `coverage` is a share, 0…1; null where there is nothing to tell it from. */
  before: number | null;
  after: number | null;
  /** `after` − `before`; null where either is. */
  delta: number | null;
}

/** The figures of two maps beside each other. */
export function figureDeltas(a: Figures, b: Figures): FigureDelta[] {
  return COMPARED_FIGURES.map((figure) => {
    const [before, after] = [VALUES[figure](a), VALUES[figure](b)];
    return { figure, before, after, delta: before === null || after === null ? null : after - before };
  });
}

const VALUES: Record<ComparedFigure, (figures: Figures) => number | null> = {
  capital: ({ capital }) => (capital.marked > 0 ? capital.plain : null),
  weighted: ({ capital }) => (capital.marked > 0 ? capital.weighted : null),
  plus: ({ ratio }) => ratio.counted.plus,
  minus: ({ ratio }) => ratio.counted.minus,
  coverage: ({ coverage }) => coverage.share,
  frictions: ({ frictions }) => frictions.length,
  touchpoints: ({ counts }) => counts.touchpoints,
  cards: ({ counts }) => Object.values(counts.cards).reduce((sum, n) => sum + n, 0),
  interviews: ({ coverage }) => coverage.interviews,
};
