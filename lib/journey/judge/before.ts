import * as Y from 'yjs';
import { type Collection, type Entry, type JourneyDoc, readMeta } from '../document.ts';
import type { JourneyMeta } from '../model.ts';

/** What an entry holds under a field; undefined when it holds nothing there. */
export type Fields = (field: string) => unknown;

/** The document as it was without the update that is being judged. */
export interface Before {
  meta: JourneyMeta;
  /** Undefined when there was no such card. */
  card(key: string): Fields | undefined;
  size(collection: Collection): number;
}

/** The part of a `Y.Map` that keeps, by key, the newest item and through it the older ones. */
type Keyed = Pick<Y.Map<unknown>, '_map'>;

/** A document nobody is changing. */
export function beforeOf(journey: JourneyDoc): Before {
  return {
    meta: readMeta(journey.meta),
    card: (key) => {
      const entry = journey.cards.get(key);
      return entry && fieldsOf(entry);
    },
    size: (collection) => journey[collection].size,
  };
}

/**
 * What a document was before a transaction: readable until the transaction's end, after which Yjs
 * collects what it deleted. So one copy is enough to judge on.
 * @param meta the rules as they were, which the caller has at hand
 */
export function beforeIn(transaction: Y.Transaction, after: JourneyDoc, meta: JourneyMeta): Before {
  const value = (map: Keyed, key: string): unknown => {
    const item = itemBefore(transaction, map, key);
    return item?.content.getContent()[item.length - 1];
  };
  return {
    meta,
    card(key) {
      const entry = value(after.cards, key);
      return entry instanceof Y.Map ? (field) => value(entry, field) : undefined;
    },
    size(collection) {
      const map: Keyed = after[collection];
      let count = 0;
      for (const key of map._map.keys()) if (itemBefore(transaction, map, key)) count += 1;
      return count;
    },
  };
}

export const fieldsOf =
  (entry: Entry): Fields =>
  (field) =>
    entry.get(field);

/** The item that was a map's value under a key: the newest that is older than the transaction, unless it was deleted then. */
function itemBefore(transaction: Y.Transaction, map: Keyed, key: string): Y.Item | null {
  let item: Y.Item | null = map._map.get(key) ?? null;
  while (item && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)) item = item.left;
  if (!item) return null;
  return item.deleted && !Y.isDeleted(transaction.deleteSet, item.id) ? null : item;
}
