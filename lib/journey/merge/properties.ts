import * as Y from 'yjs';
import type { Collection, Entry } from '../document.ts';
import { LIMITS } from '../model.ts';
import { copyOf } from '../renew/renew.ts';
import type { LostReason } from './lost.ts';
import { isSameValue } from './same.ts';
import { applyEdits, editsOnto } from './text.ts';

/** The names of the properties that differ between two entries. */
export function changedFields(old: Entry, mine: Entry): string[] {
  const names = new Set([...old.keys(), ...mine.keys()]);
  return [...names].filter((name) => !isSameValue(old.get(name), mine.get(name)));
}

/**
 * Carries one changed property over to the target's entry: set where nobody else changed it, merged by
 * character where it is text. Null when it was, else why not; then nothing was written. Call inside a
 * transaction.
 */
export function carryField(
  { old, mine, target }: { old: Entry; mine: Entry; target: Entry },
  name: string,
  collection: Collection,
): LostReason | null {
  const [was, wanted, now] = [old.get(name), mine.get(name), target.get(name)];
  if (isSameValue(wanted, now)) return null;
  if (wanted instanceof Y.Text && now instanceof Y.Text && (was === undefined || was instanceof Y.Text)) {
    const edits = editsOnto(was?.toString() ?? '', wanted.toString(), now.toString());
    const length = edits.reduce((sum, { remove, insert }) => sum + insert.length - remove, now.length);
    if (length > now.length && length > mostIn(collection)) return 'full';
    applyEdits(now, edits);
    return null;
  }
  if (!isSameValue(was, now)) return 'changed';
  setOrDelete(target, name, wanted);
  return null;
}

export function setOrDelete(map: Y.Map<unknown>, name: string, value: unknown): void {
  if (value === undefined) map.delete(name);
  else map.set(name, copyOf(value));
}

const mostIn = (collection: Collection): number =>
  collection === 'cards'
    ? LIMITS.cardText
    : collection === 'drawing'
      ? Number.POSITIVE_INFINITY
      : LIMITS.name;
