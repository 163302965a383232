import type { Card, Place } from '../model.ts';
import type { Changed, JourneyDiff } from './diff.ts';

/** What a reader is told of a card: it came, went, lies elsewhere, says something else, or is otherwise changed. */
export const CARD_CHANGES = ['added', 'removed', 'moved', 'reworded', 'changed'] as const;
export type CardChangeKind = (typeof CARD_CHANGES)[number];

export interface CardChange {
  card: Card;
  /** How it was; null for one that was added. */
  before: Card | null;
  kinds: readonly CardChangeKind[];
}

/** Nobody reads these as a change of the map. */
const SILENT: ReadonlySet<string> = new Set(['reactions', 'createdAt', 'authorId']);

/**
 * The cards of a diff as a reader sees them: one entry a card, removed ones last. A card that only changed
 * its rank within its cell, or what people reacted to it, is none.
 */
export function cardChanges(diff: JourneyDiff): CardChange[] {
  return [
    ...diff.cards.added.map((card): CardChange => ({ card, before: null, kinds: ['added'] })),
    ...diff.cards.changed.flatMap((change) => {
      const kinds = kindsOf(change);
      return kinds.length > 0 ? [{ card: change.after, before: change.before, kinds }] : [];
    }),
    ...diff.cards.removed.map((card): CardChange => ({ card, before: card, kinds: ['removed'] })),
  ];
}

function kindsOf({ before, after, fields }: Changed<Card>): CardChangeKind[] {
  const kinds: CardChangeKind[] = [];
  if (!isSameCell(before.place, after.place)) kinds.push('moved');
  if (before.text !== after.text) kinds.push('reworded');
  if (fields.some((field) => field !== 'place' && field !== 'text' && !SILENT.has(field)))
    kinds.push('changed');
  return kinds;
}

const isSameCell = (a: Place | null, b: Place | null): boolean =>
  a?.touchpointId === b?.touchpointId && a?.laneId === b?.laneId;
