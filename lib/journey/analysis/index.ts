export { BUFFER_PERCENT, type Capital, type CapitalPoint, capitalOf, type PriceLevel } from './capital.ts';
export {
  isCustomerCard,
  isCustomerFriction,
  isObserved,
  isSaidInside,
  type PlacedCard,
  placedByTouchpoint,
} from './cards.ts';
export { type Chain, chainsOf, DEFAULT_LAMBDA, perceive } from './chains.ts';
export { type Coverage, coverageOf } from './coverage.ts';
export { type FigureOptions, type Figures, figures, figuresSchema } from './figures.ts';
export { type FrictionSpot, frictionsOf } from './frictions.ts';
export { type MarkedTouchpoint, markOf, markTouchpoints } from './marks.ts';
export { ORIENTATION, type Ratio, ratioOf } from './ratio.ts';
