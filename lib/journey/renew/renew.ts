import { uint32 } from 'lib0/random';
import * as Y from 'yjs';
import { COLLECTIONS, type JourneyDoc, openJourney } from '../document.ts';

/** A document without its past, ready to be stored as the next epoch. */
export interface Renewed {
  state: Uint8Array;
  /** The Yjs client id all of it was written under: whoever has content but lacks this id has another epoch. */
  genesis: number;
}

/**
 * Writes the document anew: every entry of every collection, also those and their fields that nobody
 * here can read, without what it took to get there. The document itself is not changed.
 */
export function renewed(j: JourneyDoc): Renewed {
  const fresh = openJourney(new Y.Doc());
  const genesis = unusedId(j.doc);
  fresh.doc.clientID = genesis;
  fresh.doc.transact(() => {
    for (const name of [...COLLECTIONS, 'meta'] as const) {
      const to: Y.Map<unknown> = fresh.doc.getMap(name);
      for (const [key, value] of j.doc.getMap(name)) to.set(key, copyOf(value));
    }
  });
  const state = Y.encodeStateAsUpdate(fresh.doc);
  fresh.doc.destroy();
  return { state, genesis };
}

/** A value of a document that can be written into another: shared types are built anew. */
export function copyOf(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.clone() : value;
}

/** A client id under which nothing in the document was ever written. */
function unusedId(doc: Y.Doc): number {
  let id = uint32();
  while (id === 0 || doc.store.clients.has(id)) id = uint32();
  return id;
}
