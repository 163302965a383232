import * as Y from 'yjs';
import { openJourney, readEntry } from '../../journey/document.ts';
import type { Persona } from '../../journey/model.ts';
import { byOrder } from '../../journey/order.ts';
import type { Rooms } from '../../runtime.ts';
import { journeyDocument } from '../../sync/protocol.ts';

/** The personas of the workshop's live map, in their order. Throws roomUnavailable. */
export async function personasOf(rooms: Pick<Rooms, 'read'>, workshopId: string): Promise<Persona[]> {
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, await rooms.read(journeyDocument(workshopId)));
  const found = [...journey.personas].flatMap(([key, entry]) => {
    const read = readEntry('personas', key, entry);
    return read.success ? [read.data] : [];
  });
  journey.doc.destroy();
  return found.sort(byOrder);
}
