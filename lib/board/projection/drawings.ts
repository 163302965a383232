import type { TLRecord } from 'tldraw';
import type { JourneyDoc } from '../../journey/document.ts';
import { plainEntry } from '../../journey/document.ts';
import { checkDrawingRecord, fromStored, PAGE_ID, parentCycles } from '../schema/index.ts';

export interface Drawings {
  /** What can be shown; circles of parents are broken. Pictures' assets come before shapes, bindings last. */
  records: TLRecord[];
  /** Ids whose record nobody here can read. */
  unreadable: string[];
}

const rank = ({ typeName }: TLRecord): number => (typeName === 'asset' ? 0 : typeName === 'binding' ? 2 : 1);

/**
 * Reads the drawings of a document one by one: a record that does not pass is set aside and counted,
 * never deleted, and never spoils the others.
 */
export function readDrawings(j: JourneyDoc): Drawings {
  const records: TLRecord[] = [];
  const unreadable: string[] = [];
  const parents = new Map<string, string>();
  for (const [id, entry] of j.drawing) {
    const plain = plainEntry(id, entry);
    if (checkDrawingRecord(plain) !== null) {
      unreadable.push(id);
      continue;
    }
    const record = fromStored(plain) as TLRecord;
    records.push(record);
    if (record.typeName === 'shape') parents.set(id, record.parentId);
  }
  const loose = parentCycles(parents);
  const sound = records.map((r) => (loose.has(r.id) ? ({ ...r, parentId: PAGE_ID } as TLRecord) : r));
  sound.sort((a, b) => rank(a) - rank(b));
  return { records: sound, unreadable };
}
