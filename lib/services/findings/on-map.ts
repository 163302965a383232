import * as Y from 'yjs';
import { openJourney, toJourney } from '../../journey/document.ts';
import type { Rooms } from '../../runtime.ts';
import { journeyDocument } from '../../sync/protocol.ts';

/** What of the live map concerns findings. */
export interface OnMap {
  /** In the order of the map. */
  touchpoints: { id: string; name: string }[];
  /** By finding id: the touchpoint a card made from it lies at, or null where that was lifted off the map. */
  placed: ReadonlyMap<string, string | null>;
}

/** Reads the workshop's live map as it is, not the to-be map. Throws roomUnavailable. */
export async function readOnMap(rooms: Pick<Rooms, 'read'>, workshopId: string): Promise<OnMap> {
  return onMap(await rooms.read(journeyDocument(workshopId)));
}

/** @param state of a map, `encodeStateAsUpdate` */
export function onMap(state: Uint8Array): OnMap {
  const journey = openJourney(new Y.Doc());
  try {
    Y.applyUpdate(journey.doc, state);
    const { phases, touchpoints, cards } = toJourney(journey);
    const placed = new Map<string, string | null>();
    for (const { source, place } of cards) {
      if (source && (place || !placed.has(source.findingId)))
        placed.set(source.findingId, place?.touchpointId ?? null);
    }
    return {
      touchpoints: phases.flatMap((phase) =>
        touchpoints
          .filter((touchpoint) => touchpoint.place.phaseId === phase.id)
          .map(({ id, name }) => ({ id, name })),
      ),
      placed,
    };
  } finally {
    journey.doc.destroy();
  }
}
