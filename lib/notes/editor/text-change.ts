/** What made one text of another: `remove` UTF-16 units at `at` became `insert`. */
export interface TextChange {
  at: number;
  remove: number;
  insert: string;
}

/**
 * The one stretch in which two texts differ; null when they do not. Never cuts a surrogate pair: half an
 * emoji cannot be stored.
 * @param end where the caret stands after the change, if known: tells which of two equal letters was typed
 */
export function textChange(before: string, after: string, end = after.length): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  const caret = Math.min(end, after.length);
  let suffix = 0;
  while (
    suffix < Math.min(most, after.length - caret) &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix += 1;
  let prefix = 0;
  while (prefix < most - suffix && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  while (
    suffix < most - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix += 1;
  if (isCut(before, prefix) || isCut(after, prefix)) prefix -= 1;
  if (isCut(before, before.length - suffix) || isCut(after, after.length - suffix)) suffix -= 1;
  return {
    at: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

const isCut = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
