export { applyDiff } from './apply.ts';
export { changesByPlace, type LaneChanges, type TouchpointChanges } from './by-place.ts';
export { CARD_CHANGES, type CardChange, type CardChangeKind, cardChanges } from './card-changes.ts';
export { type Comparison, compareMaps } from './compare.ts';
export {
  type Changed,
  COMPARED,
  diffJourneys,
  type EntriesDiff,
  isEmptyDiff,
  type JourneyDiff,
} from './diff.ts';
export { COMPARED_FIGURES, type ComparedFigure, type FigureDelta, figureDeltas } from './figure-deltas.ts';
export {
  FRICTION_CHANGES,
  type FrictionChange,
  type FrictionChangeKind,
  frictionChanges,
} from './friction-changes.ts';
export { movedIds, together } from './in-order.ts';
export {
  STRUCTURE,
  STRUCTURE_CHANGES,
  type StructureChange,
  type StructureChangeKind,
  type StructureName,
  structureChanges,
} from './structure-changes.ts';
export { type WordRun, wordsChanged } from './words.ts';
