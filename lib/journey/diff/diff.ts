import type { Card, Journey, JourneyMeta, Lane, Persona, Phase, Touchpoint } from '../model.ts';
import { isSamePlain } from './same-plain.ts';

/** One entry as it was and as it is; `fields`: those whose values differ, sorted. */
export interface Changed<T> {
  id: string;
  before: T;
  after: T;
  fields: readonly (keyof T & string)[];
}

/** What became of one collection; each list in the order its entries are read. */
export interface EntriesDiff<T> {
  added: readonly T[];
  removed: readonly T[];
  changed: readonly Changed<T>[];
}

export interface JourneyDiff {
  /** Null where title and rules are the same. */
  meta: { before: JourneyMeta; after: JourneyMeta } | null;
  phases: EntriesDiff<Phase>;
  touchpoints: EntriesDiff<Touchpoint>;
  lanes: EntriesDiff<Lane>;
  personas: EntriesDiff<Persona>;
  cards: EntriesDiff<Card>;
  /** Entries this release cannot read; null where they are the same. */
  unreadable: { before: Journey['unreadable']; after: Journey['unreadable'] } | null;
}

export const COMPARED = ['phases', 'touchpoints', 'lanes', 'personas', 'cards'] as const;

/**
 * What it takes to make journey `b` of journey `a`, entry by entry and property by property. Pure; the
 * diff of equals is empty, and `applyDiff(a, diffJourneys(a, b))` is `b`.
 */
export function diffJourneys(a: Journey, b: Journey): JourneyDiff {
  return {
    meta: isSamePlain(a.meta, b.meta) ? null : { before: a.meta, after: b.meta },
    phases: entriesDiff(a.phases, b.phases),
    touchpoints: entriesDiff(a.touchpoints, b.touchpoints),
    lanes: entriesDiff(a.lanes, b.lanes),
    personas: entriesDiff(a.personas, b.personas),
    cards: entriesDiff(a.cards, b.cards),
    unreadable: isSamePlain(a.unreadable, b.unreadable)
      ? null
      : { before: a.unreadable, after: b.unreadable },
  };
}

export function isEmptyDiff(diff: JourneyDiff): boolean {
  return (
    diff.meta === null &&
    diff.unreadable === null &&
    COMPARED.every((name) => {
      const { added, removed, changed } = diff[name];
      return added.length + removed.length + changed.length === 0;
    })
  );
}

function entriesDiff<T extends { id: string }>(a: readonly T[], b: readonly T[]): EntriesDiff<T> {
  const before = new Map(a.map((entry) => [entry.id, entry]));
  const after = new Set(b.map((entry) => entry.id));
  return {
    added: b.filter((entry) => !before.has(entry.id)),
    removed: a.filter((entry) => !after.has(entry.id)),
    changed: b.flatMap((entry) => {
      const was = before.get(entry.id);
      const fields = was ? differing(was, entry) : [];
      return was && fields.length > 0 ? [{ id: entry.id, before: was, after: entry, fields }] : [];
    }),
  };
}

function differing<T extends object>(a: T, b: T): (keyof T & string)[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof T & string>;
  return [...keys].filter((key) => !isSamePlain(a[key], b[key])).sort();
}
