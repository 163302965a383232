import * as Y from 'yjs';

/** One edit of a plain string: `remove` characters at `at`, then `insert` there. */
export interface Edit {
  at: number;
  remove: number;
  insert: string;
}

/** The smallest single edit that turns `before` into `after`; never divides a surrogate pair. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  // Half an emoji is not valid UTF-16 and breaks the encoding.
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1;
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) };
}

/**
 * Makes `text` read `next` by replacing only what differs between the common prefix and suffix, so that
 * what others type beside it at the same time survives. Call inside a transaction.
 */
export function setText(text: Y.Text, next: string): void {
  const { at, remove, insert } = editBetween(text.toString(), next);
  if (remove > 0) text.delete(at, remove);
  if (insert !== '') text.insert(at, insert);
}

/** The `Y.Text` under `key`; an entry without one gets an empty one. */
export function textOf(entry: Y.Map<unknown>, key: string): Y.Text {
  const held = entry.get(key);
  if (held instanceof Y.Text) return held;
  const fresh = new Y.Text();
  entry.set(key, fresh);
  return fresh;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
