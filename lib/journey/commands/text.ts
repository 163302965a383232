import * as Y from 'yjs';

/**
 * Makes `text` read `next` by replacing only what differs between the common prefix and suffix, so that
 * what others type beside it at the same time survives. Call inside a transaction.
 */
export function setText(text: Y.Text, next: string): void {
  const now = text.toString();
  if (now === next) return;
  const most = Math.min(now.length, next.length);
  let start = 0;
  while (start < most && now[start] === next[start]) start += 1;
  // Never cut a surrogate pair in two: half an emoji is not valid UTF-16 and breaks the encoding.
  if (start > 0 && isHighSurrogate(now.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < most - start && now[now.length - 1 - end] === next[next.length - 1 - end]) end += 1;
  if (end > 0 && isLowSurrogate(now.charCodeAt(now.length - end))) end -= 1;
  if (now.length - end > start) text.delete(start, now.length - end - start);
  if (next.length - end > start) text.insert(start, next.slice(start, next.length - end));
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
