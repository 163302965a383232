import * as Y from 'yjs';
import { LINE, lineAttributes, NOTES_LIMITS } from '../document.ts';

/**
 * How much more than the editor lets anybody write is taken: two who were apart may each have written up
 * to the limit, and what they said must not be refused when it comes together.
 */
export const LEEWAY = 2;
/** Pieces a line's text may be in: everybody who begins an empty line at the same time makes one. */
const PIECES = 32;

const ATTRIBUTES: Record<string, { safeParse(value: unknown): { success: boolean } }> = lineAttributes.shape;

/**
 * Whether a line is one that every client of this release can read and show; null when it is. Attributes
 * may be absent: the editor leaves those out that are null, and sets them after the line is there.
 */
export function lineFault(line: Y.XmlElement): 'invalid' | 'tooLong' | null {
  if (line.nodeName !== LINE) return 'invalid';
  for (const [name, item] of line._map) {
    if (!item.deleted && !(isOne(item) && ATTRIBUTES[name]?.safeParse(item.content.arr[0]).success))
      return 'invalid';
  }
  let pieces = 0;
  let length = 0;
  for (let item = line._start; item; item = item.right) {
    if (item.deleted) continue;
    const text: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
    if (!(text instanceof Y.XmlText) || !isPlain(text)) return 'invalid';
    pieces += 1;
    length += text.length;
  }
  if (pieces > PIECES) return 'invalid';
  return length > NOTES_LIMITS.line * LEEWAY ? 'tooLong' : null;
}

/** One plain value, as `set` and `setAttribute` write it. */
export function isOne(item: Y.Item): item is Y.Item & { content: Y.ContentAny } {
  return item.length === 1 && item.content instanceof Y.ContentAny && item.content.arr[0] !== undefined;
}

/** Letters only: no formatting, embeds or hidden keys. */
function isPlain(text: Y.XmlText): boolean {
  if (text._map.size > 0) return false;
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false;
  }
  return true;
}
