import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../document.ts';
import type { Author } from '../judge/index.ts';
import { carryOver } from './carry-over.ts';
import { type Lost, lostEntry } from './lost.ts';
import { entriesWithNews } from './news.ts';
import { isSameValue } from './same.ts';

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
 * What there is to tell when the earlier epoch's last state is not kept any more, so that nothing can be
 * carried over: every entry with edits since the state vector `known` that the document has not got.
 * Without `known`, whatever differs.
 */
export function expiredEdits(state: Uint8Array, known: Uint8Array | null, target: JourneyDoc): Lost[] {
  const mine = read([state]);
  const since = known ? Y.decodeStateVector(known) : new Map<number, number>();
  const lost = entriesWithNews(mine, since)
    .filter(({ collection, key }) => !isSameValue(mine[collection].get(key), target[collection].get(key)))
    .map(({ collection, key }) => lostEntry('expired', mine, collection, key));
  mine.doc.destroy();
  return lost;
}

/**
 * Edits inside entries that somebody else had removed before the epoch ended: merging leaves no trace of
 * them, but whoever made them still has the entry.
 */
function buriedIn(updates: readonly Uint8Array[], old: JourneyDoc, merged: JourneyDoc): Lost[] {
  const alone = read(updates);
  const known = Y.decodeStateVector(Y.encodeStateVector(old.doc));
  const lost = entriesWithNews(alone, known)
    .filter(({ collection, key }) => !merged[collection].has(key))
    .map(({ collection, key }) => lostEntry('removed', alone, collection, key));
  alone.doc.destroy();
  return lost;
}

function read(updates: readonly Uint8Array[]): JourneyDoc {
  const j = openJourney(new Y.Doc());
  j.doc.transact(() => {
    for (const update of updates) Y.applyUpdate(j.doc, update);
  });
  return j;
}
