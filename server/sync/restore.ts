import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import { carryOver } from '../../lib/journey/merge/index.ts';

/**
 * Edits a live document forward into what another was: what differs, entry by entry and property by
 * property, as edits everybody sees happen. Edits made offline meanwhile merge with it as with any other.
 * @param state `encodeStateAsUpdate` of a document of the same kind, such as a snapshot's
 */
export function restoreInto(live: JourneyDoc, state: Uint8Array): void {
  const now = copyOf(Y.encodeStateAsUpdate(live.doc));
  const wanted = copyOf(state);
  carryOver(now, wanted, live);
  now.doc.destroy();
  wanted.doc.destroy();
}

function copyOf(state: Uint8Array): JourneyDoc {
  const copy = openJourney(new Y.Doc());
  Y.applyUpdate(copy.doc, state);
  return copy;
}
