import * as Y from 'yjs';
import { COLLECTIONS, type Collection, type Entry, type JourneyDoc } from '../document.ts';

export interface Place {
  collection: Collection;
  key: string;
}

/** The entries in which anything is newer than the state vector `known`. */
export function entriesWithNews(j: JourneyDoc, known: ReadonlyMap<number, number>): Place[] {
  return COLLECTIONS.flatMap((collection) =>
    [...j[collection]].filter(([, entry]) => hasNews(entry, known)).map(([key]) => ({ collection, key })),
  );
}

function hasNews(entry: Entry, known: ReadonlyMap<number, number>): boolean {
  const isNew = ({ id, length }: Y.Item) => id.clock + length > (known.get(id.client) ?? 0);
  if (!(entry instanceof Y.Map)) return false;
  for (const item of entry._map.values()) {
    if (isNew(item)) return true;
    const [value] = item.content.getContent();
    if (!(value instanceof Y.Text)) continue;
    for (let part = value._start; part; part = part.right) if (isNew(part)) return true;
  }
  return false;
}
