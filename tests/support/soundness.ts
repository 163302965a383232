import * as Y from 'yjs';
import { checkDrawingRecord, parentCycles } from '../../lib/board/schema/index.ts';
import {
  COLLECTIONS,
  comesOf,
  ENTRY_SCHEMAS,
  type JourneyDoc,
  plainEntry,
  readEntry,
} from '../../lib/journey/document.ts';
import { journeyMeta } from '../../lib/journey/model.ts';

/** Fields of the plain journey that are kept elsewhere in the document. */
const DERIVED = ['id', 'personas', 'reactions'];

/**
 * Whether a document holds nothing but a journey this release can read: an oracle beside the judge, which
 * looks at what an update changes, while this looks at all there is. Empty when it is sound.
 * @param planted entries (`collection/id`) that a newer release wrote and that must be kept
 */
export function unsound(j: JourneyDoc, planted: ReadonlySet<string> = new Set()): string[] {
  const faults: string[] = [];
  const roots = new Set<string>([...COLLECTIONS, 'meta']);
  for (const name of j.doc.share.keys()) if (!roots.has(name)) faults.push(`unknown root ${name}`);
  for (const name of roots) {
    if ((j.doc.share.get(name) as Y.AbstractType<unknown>)._start) faults.push(`list content in ${name}`);
  }
  const { pendingStructs, pendingDs } = j.doc.store;
  if (pendingStructs || pendingDs) faults.push('something is missing before an update');
  if (j.doc.subdocs.size > 0) faults.push('documents in the document');
  if (!journeyMeta.strict().safeParse(Object.fromEntries(j.meta.entries())).success) faults.push('meta');
  for (const collection of COLLECTIONS) {
    for (const [key, entry] of j[collection] as Y.Map<unknown>) {
      const name = `${collection}/${key}`;
      const fault = planted.has(name) ? null : faultOf(collection, key, entry);
      if (fault) faults.push(`${name}: ${fault}`);
    }
  }
  const parents = [...j.drawing].flatMap(([key, entry]) => {
    const place =
      entry instanceof Y.Map ? (entry.get('place') as { parentId?: string } | undefined) : undefined;
    return place?.parentId === undefined ? [] : [[key, place.parentId] as const];
  });
  if (parentCycles(new Map(parents)).size > 0) faults.push('drawings whose parents run in a circle');
  return faults;
}

function faultOf(collection: (typeof COLLECTIONS)[number], key: string, entry: unknown): string | null {
  if (!(entry instanceof Y.Map)) return 'not a map';
  if (entry._start !== null) return 'list content';
  const text =
    collection === 'cards' ? 'text' : collection === 'drawing' || collection === 'reactions' ? null : 'name';
  for (const [field, value] of entry as Y.Map<unknown>) {
    if (field === text && value instanceof Y.Text) {
      if (value._map.size > 0 || !onlyLetters(value)) return `${field} holds more than letters`;
    } else if (field === text || value instanceof Y.AbstractType || value instanceof Y.Doc) {
      return `${field} is of another type`;
    } else if (hasOtherThanJson(value)) return `${field} is not JSON`;
  }
  if (collection === 'drawing') return checkDrawingRecord(plainEntry(key, entry));
  const known = Object.keys(ENTRY_SCHEMAS[collection].shape).filter((name) => !DERIVED.includes(name));
  for (const field of entry.keys()) {
    const isKnown = known.includes(field) || comesOf(collection, field) !== null;
    if (!isKnown) return `unknown field ${field.slice(0, 40)}`;
  }
  const read = readEntry(collection, key, entry);
  return read.success ? null : (read.error.issues[0]?.message ?? 'unreadable');
}

function onlyLetters(text: Y.Text): boolean {
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false;
  }
  return true;
}

function hasOtherThanJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return false;
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value instanceof Uint8Array) return true;
  return Object.values(value).some(hasOtherThanJson);
}
