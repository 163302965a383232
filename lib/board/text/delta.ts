import { type Edit, editBetween } from '../../journey/commands/text.ts';

export { type Edit, editBetween } from '../../journey/commands/text.ts';

/** The part of a Yjs text delta we need. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** Where an index of the text before `delta` lies after it. An insertion exactly there pushes it on. */
export function mapIndex(index: number, delta: Delta): number {
  let old = 0;
  let shift = 0;
  for (const part of delta) {
    if (old > index) break;
    if (part.retain) old += part.retain;
    else if (part.delete) {
      shift -= Math.min(part.delete, Math.max(0, index - old));
      old += part.delete;
    } else if (typeof part.insert === 'string') shift += part.insert.length;
  }
  return index + shift;
}

/** An edit made against an old text, moved to where it belongs after `deltas`. */
export function mapEdit(edit: Edit, deltas: readonly Delta[]): Edit {
  const from = deltas.reduce(mapIndex, edit.at);
  const to = deltas.reduce(mapIndex, edit.at + edit.remove);
  return { at: from, remove: Math.max(0, to - from), insert: edit.insert };
}

/** Where the last change of a delta ends, in the text after it; null when it changes nothing. */
export function endOfChange(delta: Delta): number | null {
  let at = 0;
  let end: number | null = null;
  for (const part of delta) {
    if (part.retain) at += part.retain;
    else if (typeof part.insert === 'string') {
      at += part.insert.length;
      end = at;
    } else if (part.delete) end = at;
  }
  return end;
}

/**
 * The edit that made `after` of `before` when the caret stands at its end, as it does after typing: of
 * several that do (an `a` among others), the one at the caret. Without such a one, the smallest.
 */
export function editAtCaret(before: string, after: string, caret: number): Edit {
  const behind = after.length - caret;
  const end = before.length - behind;
  if (end < 0 || before.slice(end) !== after.slice(caret)) return editBetween(before, after);
  return editBetween(before.slice(0, end), after.slice(0, caret));
}

/** The edit with as much of its insertion left out as does not fit into `limit` characters. */
export function fitted(edit: Edit, length: number, limit: number): { edit: Edit; lost: number } {
  const room = Math.max(0, limit - (length - edit.remove));
  if (edit.insert.length <= room) return { edit, lost: 0 };
  let insert = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(edit.insert)) {
    if (insert.length + segment.length > room) break;
    insert += segment;
  }
  return { edit: { ...edit, insert }, lost: edit.insert.length - insert.length };
}
