export { applyDiff } from './apply.ts';
export { CARD_CHANGES, type CardChange, type CardChangeKind, cardChanges } from './card-changes.ts';
export {
  type Changed,
  COMPARED,
  diffJourneys,
  type EntriesDiff,
  isEmptyDiff,
  type JourneyDiff,
} from './diff.ts';
