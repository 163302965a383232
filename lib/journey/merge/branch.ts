import * as Y from 'yjs';
import { COLLECTIONS, type Entry, type JourneyDoc, openJourney } from '../document.ts';
import type { Author } from '../judge/index.ts';
import { carryOver } from './carry-over.ts';
import { type Lost, lostEntry } from './lost.ts';

export interface Carried {
  /** The update that brings the target what could be carried over; null when there is nothing. */
  update: Uint8Array | null;
  lost: Lost[];
}

/**
 * Works out what brings edits made on an earlier epoch into the document of this one. Nothing of what is
 * passed in is changed.
 *
 * Among the edits of the earlier epoch itself Yjs decides, as if they had come in time: `past` is the
 * last state of that epoch, and the edits may have been made on an older one.
 * @param updates of the earlier epoch: a client's whole document, or rows of a log
 * @param author see `carryOver`
 */
export function carryUpdates(
  past: Uint8Array,
  updates: readonly Uint8Array[],
  target: JourneyDoc,
  author: Author | null = null,
): Carried {
  const old = read([past]);
  const mine = read([past, ...updates]);
  const scratch = read([Y.encodeStateAsUpdate(target.doc)]);
  const written: Uint8Array[] = [];
  scratch.doc.on('update', (update: Uint8Array) => written.push(update));
  const buried = buriedIn(updates, old, mine);
  const { lost } = carryOver(old, mine, scratch, author);
  for (const j of [old, mine, scratch]) j.doc.destroy();
  return { update: written.length > 0 ? Y.mergeUpdates(written) : null, lost: [...buried, ...lost] };
}

/**
 * Edits inside entries that somebody else had removed before the epoch ended: merging leaves no trace of
 * them, but whoever made them still has the entry.
 */
function buriedIn(updates: readonly Uint8Array[], old: JourneyDoc, merged: JourneyDoc): Lost[] {
  const alone = read(updates);
  const known = Y.decodeStateVector(Y.encodeStateVector(old.doc));
  const lost: Lost[] = [];
  for (const collection of COLLECTIONS) {
    for (const [key, entry] of alone[collection]) {
      if (merged[collection].has(key) || !hasNews(entry, known)) continue;
      lost.push(lostEntry('removed', alone, collection, key));
    }
  }
  alone.doc.destroy();
  return lost;
}

/** Whether anything in an entry is newer than the state vector `known`. */
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

function read(updates: readonly Uint8Array[]): JourneyDoc {
  const j = openJourney(new Y.Doc());
  j.doc.transact(() => {
    for (const update of updates) Y.applyUpdate(j.doc, update);
  });
  return j;
}
