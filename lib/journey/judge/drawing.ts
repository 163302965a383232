import * as Y from 'yjs';
import { type Entry, plainEntry } from '../document.ts';
import { isPlainMap } from './entry.ts';

/**
 * Null when a drawing record is fine, else a short reason; lib/board/schema supplies it.
 * `sound`: the same record as it was when it was last found fine, so that only what differs is looked at.
 */
export type CheckDrawing = (record: unknown, sound?: Readonly<Record<string, unknown>>) => string | null;

export const MOST_DRAWINGS = 5_000;
/** JSON of one record, in UTF-16 code units. */
const RECORD_SIZE = 200_000;

interface Sound {
  record: Readonly<Record<string, unknown>>;
  /** Of its JSON, at most. */
  size: number;
}
/** Entries as they were when they were last found sound; the values of a `Y.Map` are replaced, never changed. */
const lastSound = new WeakMap<Y.Map<unknown>, Sound>();

/** Whether a drawing entry may stand: plain values only, not too large, and sound to the canvas. */
export function drawingIsSound(key: string, entry: unknown, checkDrawing: CheckDrawing): boolean {
  if (!isPlainMap(entry) || entry.has('id')) return false;
  for (const value of entry.values()) if (value instanceof Y.AbstractType) return false;
  const record = plainEntry(key, entry);
  const last = lastSound.get(entry);
  const size = (last && sizeBeside(last, record)) ?? sizeOf(record);
  if (size === null || size > RECORD_SIZE || checkDrawing(record, last?.record) !== null) return false;
  lastSound.set(entry, { record, size });
  return true;
}

/** An upper bound that reads only what is new; null when that is too large to go by. */
function sizeBeside({ record: was, size }: Sound, now: Record<string, unknown>): number | null {
  let most = size;
  for (const [field, value] of Object.entries(now)) {
    if (Object.is(was[field], value)) continue;
    const added = sizeOf({ [field]: value });
    if (added === null) return null;
    most += added;
  }
  return most <= RECORD_SIZE ? most : null;
}

function sizeOf(record: object): number | null {
  try {
    return JSON.stringify(record).length;
  } catch {
    return null;
  }
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
