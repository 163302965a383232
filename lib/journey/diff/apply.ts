import type { Journey } from '../model.ts';
import { byRank, settleStructure } from '../settle.ts';
import type { EntriesDiff, JourneyDiff } from './diff.ts';

/** Makes of the journey a diff was taken from the one it leads to. */
export function applyDiff(journey: Journey, diff: JourneyDiff): Journey {
  return {
    meta: diff.meta?.after ?? journey.meta,
    ...settleStructure({
      phases: applied(journey.phases, diff.phases),
      touchpoints: applied(journey.touchpoints, diff.touchpoints),
      lanes: applied(journey.lanes, diff.lanes),
      personas: applied(journey.personas, diff.personas),
    }),
    cards: applied(journey.cards, diff.cards).sort(byRank),
    unreadable: diff.unreadable?.after ?? journey.unreadable,
  };
}

function applied<T extends { id: string }>(entries: readonly T[], diff: EntriesDiff<T>): T[] {
  const removed = new Set(diff.removed.map((entry) => entry.id));
  const changed = new Map(diff.changed.map((change) => [change.id, change.after]));
  return [
    ...entries.filter((entry) => !removed.has(entry.id)).map((entry) => changed.get(entry.id) ?? entry),
    ...diff.added,
  ];
}
