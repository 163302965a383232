import * as Y from 'yjs';
import type { Entry, JourneyDoc } from '../document.ts';
import { place, source } from '../model.ts';
import type { EntryChange } from './changes.ts';

/** What a card is born with and keeps for good. */
export interface Birth {
  authorId: unknown;
  createdAt: unknown;
  /** `findingId/interviewId`, or null. */
  source: string | null;
}

/** An entry's birth; undefined when it is no card. */
export function birthOf(entry: unknown): Birth | undefined {
  if (!(entry instanceof Y.Map)) return undefined;
  const from = source.safeParse(entry.get('source'));
  return {
    authorId: entry.get('authorId'),
    createdAt: entry.get('createdAt'),
    source: from.success ? `${from.data.findingId}/${from.data.interviewId}` : null,
  };
}

export function sameBirth(a: Birth, b: Birth): boolean {
  return a.authorId === b.authorId && a.createdAt === b.createdAt && a.source === b.source;
}

/**
 * Whether the change only sends a card to the tray because its column or row went: that follows from
 * removing a touchpoint, and whoever may remove one need not own the cards.
 */
export function onlyUnplaced(change: EntryChange, before: Entry | undefined, after: JourneyDoc): boolean {
  if (change.whole || change.fields.size !== 1 || !change.fields.has('place')) return false;
  const was = place.safeParse(before?.get('place'));
  const now = after.cards.get(change.key)?.get('place') ?? null;
  if (!was.success || now !== null) return false;
  return !after.touchpoints.has(was.data.touchpointId) || !after.lanes.has(was.data.laneId);
}
