import type { TLAsset, TLBinding, TLShape } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { isSameValue } from '../../journey/merge/same.ts';
import { versionOf } from './kinds.ts';

/**
 * The form a tldraw record has in the document: one `Y.Map` with `place` as one value (a parent without
 * its coordinates means nothing) and one key per prop, so that one person may recolour what another moves.
 */
export type DrawingRecord = TLShape | TLBinding | TLAsset;
/** A stored record as plain values, `id` added from its key. */
export type StoredRecord = Record<string, unknown>;

const PROP = 'props.';

/** The key/value pairs under which a record is stored, without its id. */
export function toStored(record: DrawingRecord): StoredRecord {
  const out: StoredRecord = {
    schema: versionOf(record),
    typeName: record.typeName,
    type: record.type,
    meta: record.meta,
  };
  if (record.typeName === 'shape') {
    const { parentId, index, x, y, rotation } = record;
    out.place = { parentId, index, x, y, rotation };
    out.opacity = record.opacity;
    out.isLocked = record.isLocked;
  } else if (record.typeName === 'binding') {
    out.fromId = record.fromId;
    out.toId = record.toId;
  }
  for (const [name, value] of Object.entries(record.props)) if (value !== undefined) out[PROP + name] = value;
  return out;
}

/** The tldraw record of a stored one, not checked; see `checkDrawingRecord`. */
export function fromStored(stored: StoredRecord): unknown {
  const record: Record<string, unknown> = {};
  const props: Record<string, unknown> = {};
  for (const key of Object.keys(stored)) {
    if (key.startsWith(PROP)) props[key.slice(PROP.length)] = stored[key];
    else if (key !== 'schema' && key !== 'place') record[key] = stored[key];
  }
  if (typeof stored.place === 'object') Object.assign(record, stored.place);
  record.props = props;
  return record;
}

/** Stores a record, writing only the keys that differ. Call inside a transaction. */
export function writeRecord(drawing: Y.Map<Y.Map<unknown>>, record: DrawingRecord): void {
  const stored = toStored(record);
  const held = drawing.get(record.id);
  if (!(held instanceof Y.Map)) {
    drawing.set(record.id, new Y.Map(Object.entries(stored)));
    return;
  }
  for (const [key, value] of Object.entries(stored)) {
    if (!isSameValue(held.get(key), value)) held.set(key, value);
  }
  for (const key of [...held.keys()]) if (!(key in stored)) held.delete(key);
}
