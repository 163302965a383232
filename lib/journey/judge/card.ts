import * as Y from 'yjs';
import type { JourneyDoc } from '../document.ts';
import { place, source } from '../model.ts';
import { type Fields, fieldsOf } from './before.ts';
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
  return entry instanceof Y.Map ? birthIn(fieldsOf(entry)) : undefined;
}

export function birthIn(fields: Fields): Birth {
  const from = source.safeParse(fields('source'));
  return {
    authorId: fields('authorId'),
    createdAt: fields('createdAt'),
    source: from.success ? `${from.data.findingId}/${from.data.interviewId}` : null,
  };
}

export function sameBirth(a: Birth, b: Birth): boolean {
  return a.authorId === b.authorId && a.createdAt === b.createdAt && a.source === b.source;
}

/**
 * Whether the change only finds a card another place because its column or row went: that follows from
 * removing a touchpoint or a lane, and whoever may remove one need not own the cards.
 * @param mayStructure else the tray is the only place it may go to
 */
export function onlyRehomed(
  change: EntryChange,
  before: Fields,
  after: JourneyDoc,
  mayStructure: boolean,
): boolean {
  if (change.whole || change.fields.size !== 1 || !change.fields.has('place')) return false;
  const was = place.safeParse(before('place'));
  const now = after.cards.get(change.key)?.get('place') ?? null;
  if (!was.success || (now !== null && !mayStructure)) return false;
  return !after.touchpoints.has(was.data.touchpointId) || !after.lanes.has(was.data.laneId);
}
