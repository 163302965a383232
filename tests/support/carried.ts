import { expect } from 'vitest';
import type { Lost } from '../../lib/journey/merge/index.ts';

/** What a document says, by collection and key (`contentOf`). */
type Content = Record<string, unknown>;

const isRecord = (value: unknown): value is Content => typeof value === 'object' && value !== null;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Compares property by property what was, what I wanted, what they had, and what came of it. */
export function expectCarried(
  was: Content,
  wanted: Content,
  theirs: Content,
  now: Content,
  lost: Lost[],
): void {
  const told = (path: string, field: string | null) =>
    lost.some(({ collection, key, values }) => {
      const same = collection === 'meta' ? path === 'meta' && key === field : path === `${collection}/${key}`;
      return same && (collection === 'meta' || field === null || values === null || field in values);
    });
  for (const path of new Set([...Object.keys(was), ...Object.keys(wanted), ...Object.keys(theirs)])) {
    const [o, m, t, n] = [was[path], wanted[path], theirs[path], now[path]];
    if (!isRecord(m)) {
      // Removed by me: a removal wins. Never had by me: theirs, as they left it.
      expect(n).toEqual(o === undefined ? t : undefined);
      continue;
    }
    if (!isRecord(o)) {
      // Only a reaction's key can be made twice: one person's, on two devices. The one that is there stays.
      const twice = path.startsWith('reactions/') && isRecord(t);
      expect(n).toEqual(twice ? t : m);
      continue;
    }
    if (!isRecord(t)) {
      expect(n).toBeUndefined();
      if (!same(o, m)) expect(told(path, null)).toBe(true);
      continue;
    }
    for (const field of new Set([...Object.keys(o), ...Object.keys(m), ...Object.keys(t)])) {
      const result = (n as Content)[field];
      if (same(o[field], m[field])) expect(result).toEqual(t[field]);
      else if (same(o[field], t[field]) && !told(path, field)) expect(result).toEqual(m[field]);
      else if (same(m[field], t[field])) expect(result).toEqual(t[field]);
      else if (field === 'text' || field === 'name') expect(typeof result).toBe('string');
      else {
        expect(result).toEqual(t[field]);
        expect(told(path, field)).toBe(true);
      }
    }
  }
}
