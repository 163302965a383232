import { z } from 'zod';

export const TAG_LIMITS = { length: 40, perFinding: 12 } as const;

/** A tag as it is stored: without blanks at its ends or doubled ones, and without what separates tags. */
export const tag = z
  .string()
  .max(TAG_LIMITS.length * 2)
  .transform((typed) =>
    typed
      .normalize('NFC')
      .replace(/[\s,;#]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(TAG_LIMITS.length));

/** Two tags that differ only in capitals are one. */
export const tagKey = (name: string): string => name.toLocaleLowerCase();

/**
 * The tags of one finding with some taken off and some put on, in their order. A tag that is known already
 * keeps the spelling it has.
 * @param spelling by tagKey
 */
export function retagged(
  tags: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  spelling: ReadonlyMap<string, string> = new Map(),
): string[] {
  const off = new Set(remove.map(tagKey));
  const next = tags.filter((name) => !off.has(tagKey(name)));
  const has = new Set(next.map(tagKey));
  for (const name of add) {
    const key = tagKey(name);
    if (has.has(key)) continue;
    has.add(key);
    next.push(spelling.get(key) ?? name);
  }
  return next;
}
