import { generateNKeysBetween } from 'jittered-fractional-indexing';

export interface Ordered {
  id: string;
  order: string;
}

/** By order, then by id: two people may draw the same key at once, and all must sort alike. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * `count` new fractional indices strictly between two neighbours; null is the open end. Equal or
 * crossed neighbours (two concurrent inserts) have nothing between them: the upper one is ignored.
 */
export function ordersBetween(below: string | null, above: string | null, count = 1): string[] {
  const upper = below !== null && above !== null && below >= above ? null : above;
  return generateNKeysBetween(below, upper, count);
}

/** One new index behind the item at `index - 1` and before the one at `index` of a sorted list. */
export function orderAt(sorted: readonly Ordered[], index: number): string {
  const at = Math.max(0, Math.min(index, sorted.length));
  return ordersBetween(sorted[at - 1]?.order ?? null, sorted[at]?.order ?? null)[0] as string;
}
