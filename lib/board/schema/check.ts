import type { TLRecord } from '@tldraw/tlschema';
import { fromStored, type StoredRecord } from './form.ts';
import { isCardShapeId, PAGE_ID } from './ids.ts';
import { drawingSchema, versionOf } from './kinds.ts';
import { checkPicture } from './pictures.ts';
import { checkRichText } from './rich-text.ts';

export const DRAWING_LIMITS = {
  /** JSON of one record in UTF-16 units; a pen stroke of several minutes fits. */
  record: 200_000,
  meta: 2_000,
  /** Page units from the map's corner; further out nobody finds it again. */
  coordinate: 1_000_000,
} as const;

const KEYS = new Set([
  'id',
  'schema',
  'typeName',
  'type',
  'meta',
  'place',
  'opacity',
  'isLocked',
  'fromId',
  'toId',
]);
const TEXT = 'props.richText';
const PLACE_KEYS = new Set(['parentId', 'index', 'x', 'y', 'rotation']);

/**
 * Checks one stored drawing record (`plainEntry` of an entry of `drawing`, its key as `id`). The same
 * function runs on the server and in every client. Returns null when it is fine, else a short reason for
 * the log. Cycles of parents need the neighbours: see `parentCycles`.
 * @param sound the same record when it was last found fine: values that are still the same are not looked at again
 */
export function checkDrawingRecord(record: unknown, sound?: StoredRecord): string | null {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return 'not a record';
  const stored = record as StoredRecord;
  if (stored.schema !== versionOf(stored)) return `unknown drawing version ${String(stored.schema)}`;
  const news = Object.keys(stored).filter((key) => !sound || !Object.is(stored[key], sound[key]));
  for (const key of news) {
    if (!KEYS.has(key) && !key.startsWith('props.')) return `unknown key ${key.slice(0, 40)}`;
  }
  const size = jsonSize(sound ? news.map((key) => stored[key]) : stored);
  if (size === null) return 'not plain JSON';
  if (size > DRAWING_LIMITS.record) return 'too large';
  if (news.includes('meta') && (jsonSize(stored.meta) ?? 0) > DRAWING_LIMITS.meta) return 'meta too large';
  if (stored.typeName === 'shape') return checkShape(stored, sound);
  if (stored.typeName === 'binding')
    return 'place' in stored ? 'a binding has no place' : checkBySchema(stored, sound);
  if (stored.typeName === 'asset') return checkPicture(stored) ?? checkBySchema(stored, sound);
  return 'neither shape, binding nor asset';
}

function checkShape(stored: StoredRecord, sound: StoredRecord | undefined): string | null {
  if (isCardShapeId(String(stored.id))) return 'a card is no drawing';
  const place = stored.place as Record<string, unknown> | null;
  if (typeof place !== 'object' || place === null) return 'no place';
  for (const key of Object.keys(place))
    if (!PLACE_KEYS.has(key)) return `unknown key place.${key.slice(0, 40)}`;
  for (const axis of [place.x, place.y]) {
    if (typeof axis !== 'number' || !(Math.abs(axis) <= DRAWING_LIMITS.coordinate)) return 'out of bounds';
  }
  const parent = String(place.parentId);
  if (parent !== PAGE_ID && !parent.startsWith('shape:')) return 'unknown page';
  if (parent === stored.id || isCardShapeId(parent)) return 'impossible parent';
  const found = checkBySchema(stored, sound);
  if (found !== null || (sound && Object.is(stored[TEXT], sound[TEXT]))) return found;
  return checkRichText(stored[TEXT]);
}

/** What tldraw's validators have passed, by its stored form: they look only at what differs from it. */
const passed = new WeakMap<StoredRecord, TLRecord>();

function checkBySchema(stored: StoredRecord, sound: StoredRecord | undefined): string | null {
  const record = fromStored(stored) as TLRecord;
  try {
    // The schema reads the store only for messages; there is none on the server.
    drawingSchema.validateRecord(null as never, record, 'initialize', (sound && passed.get(sound)) ?? null);
    passed.set(stored, record);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : 'not valid';
  }
}

function jsonSize(value: unknown): number | null {
  try {
    return JSON.stringify(value)?.length ?? 0;
  } catch {
    return null;
  }
}
