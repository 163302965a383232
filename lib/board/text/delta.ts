/** One edit of a plain string: `remove` characters at `at`, then `insert` there. */
export interface Edit {
  at: number;
  remove: number;
  insert: string;
}

/** The part of a Yjs text delta we need. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** The smallest edit that turns `before` into `after`; never divides a surrogate pair. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (start > 0 && /[\uD800-\uDBFF]/.test(before[start - 1] ?? '')) start -= 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (end > 0 && /[\uDC00-\uDFFF]/.test(before[before.length - end] ?? '')) end -= 1;
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) };
}

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
