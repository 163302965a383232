/**
 * What did not change stays the same object: readers then compare by identity instead of by value, and
 * nothing is drawn anew for it.
 */

/** `before` when every property of `next` is the same there, else `next`. */
export function keep<T extends object>(before: T | undefined, next: T): T {
  if (!before) return next;
  for (const key in next) if (before[key] !== next[key]) return next;
  return before;
}

/** `before` when it holds the same elements in the same order, else `next`. */
export function keepList<T>(before: readonly T[] | undefined, next: T[]): T[] {
  return before && sameElements(before, next) ? (before as T[]) : next;
}

export function sameElements(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
