import * as Y from 'yjs';
import { type Entry, plainEntry } from '../document.ts';
import { isPlainMap } from './entry.ts';

/** Null when a drawing record is fine, else a short reason; lib/board/schema supplies it. */
export type CheckDrawing = (record: unknown) => string | null;

export const MOST_DRAWINGS = 5_000;
/** JSON of one record, in UTF-16 code units. */
const RECORD_SIZE = 200_000;

/** Whether a drawing entry may stand: plain values only, not too large, and sound to the canvas. */
export function drawingIsSound(key: string, entry: unknown, checkDrawing: CheckDrawing): boolean {
  if (!isPlainMap(entry) || entry.has('id')) return false;
  for (const value of entry.values()) if (value instanceof Y.AbstractType) return false;
  const record = plainEntry(key, entry);
  let size: number;
  try {
    size = JSON.stringify(record).length;
  } catch {
    return false;
  }
  return size <= RECORD_SIZE && checkDrawing(record) === null;
}

/** Whether the parents from `key` upwards run in a circle; a canvas hangs for good on one. */
export function runsInCircle(drawing: Y.Map<Entry>, key: string): boolean {
  const seen = new Set<string>();
  let at: string | undefined = key;
  while (at !== undefined) {
    if (seen.has(at)) return true;
    seen.add(at);
    at = parentOf(drawing.get(at));
  }
  return false;
}

function parentOf(entry: unknown): string | undefined {
  if (!(entry instanceof Y.Map)) return undefined;
  const place: unknown = entry.get('place');
  if (typeof place !== 'object' || place === null || !('parentId' in place)) return undefined;
  return typeof place.parentId === 'string' ? place.parentId : undefined;
}
