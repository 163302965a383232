import type { Edit } from '../../journey/commands/text.ts';

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
