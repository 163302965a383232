import * as Y from 'yjs';
import { type JourneyDoc, openJourney, toJourney } from './document.ts';
import type { Journey } from './model.ts';

/** What `read` finds in a document's state (`encodeStateAsUpdate`); the document is gone afterwards. */
export function inState<T>(state: Uint8Array, read: (live: JourneyDoc) => T): T {
  const live = openJourney(new Y.Doc());
  try {
    Y.applyUpdate(live.doc, state);
    return read(live);
  } finally {
    live.doc.destroy();
  }
}

/** The plain journey of a document's state (`encodeStateAsUpdate`). */
export const journeyIn = (state: Uint8Array): Journey => inState(state, toJourney);
