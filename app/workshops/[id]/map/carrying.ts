import type { MapScreenProps } from '@/lib/board/ui/map-screen.tsx';
import type { CarryOptions } from '@/lib/sync/client/index.ts';
import type { MapName } from '@/lib/sync/protocol.ts';

/** How unsaved edits find their way into a map that was written anew meanwhile. */
export function carrying(
  { workshopId, map }: { workshopId: string; map: MapName },
  userId: string,
  rights: MapScreenProps['rights'],
): CarryOptions {
  return {
    async past(epoch) {
      const response = await fetch(
        `/api/workshops/${encodeURIComponent(workshopId)}/past/${epoch}?map=${map}`,
      );
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      if (response.status === 410) return null;
      throw new Error(`The earlier state of the map could not be fetched: ${response.status}.`);
    },
    author: {
      userId,
      mayWrite: rights.write,
      mayStructure: (opened) =>
        rights.structure === 'always' || (rights.structure === 'ifOpened' && opened === 'everyone'),
      // The same people: whoever always changes the structure changes the map's settings.
      maySettings: rights.structure === 'always',
    },
  };
}
