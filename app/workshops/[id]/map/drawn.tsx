import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { Locale } from '@/lib/i18n/locale.ts';
import { openJourney, toJourney } from '@/lib/journey/document.ts';
import type { Journey } from '@/lib/journey/model.ts';
import { runtime } from '@/lib/runtime.ts';
import { type MapDocument, partsOf } from '@/lib/sync/protocol.ts';
import { FirstList } from './first-list.tsx';
import { FirstPicture } from './first-picture.tsx';
import { laneHints, mapLabels } from './map-labels.ts';

/** The map before the live one: as a picture and as text. */
export interface Drawn {
  picture: string;
  list: string;
}

/** How many maps are kept drawn; one of 2,000 cards takes about three megabytes. */
const KEPT = 8;

/**
 * A map as the server knows it now, drawn. Twelve people who come at the same moment get one drawing:
 * a large map takes a tenth of a second of the process that also carries everybody's edits.
 */
export async function drawnMap(document: MapDocument, locale: Locale) {
  const { rooms, db, markup } = runtime();
  const state = await rooms.read(document);
  const journey = journeyIn(state);
  const labels = await mapLabels(db, partsOf(document).id, journey);
  const key = createHash('sha256')
    .update(state)
    .update(JSON.stringify([locale, labels]))
    .digest('base64url');
  const kept = keptDrawings();
  let drawn = kept.get(key);
  if (!drawn) {
    const hints = await laneHints(journey);
    drawn = {
      picture: await markup(<FirstPicture journey={journey} labels={labels} hints={hints} />),
      list: await markup(<FirstList journey={journey} labels={labels} />),
    };
  }
  kept.delete(key);
  kept.set(key, drawn);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return { key, drawn, sources: labels.sources };
}

function journeyIn(state: Uint8Array): Journey {
  const doc = new Y.Doc();
  const j = openJourney(doc);
  Y.applyUpdate(doc, state);
  const journey = toJourney(j);
  doc.destroy();
  return journey;
}

function keptDrawings(): Map<string, Drawn> {
  const held = runtime();
  held.drawings ??= new Map();
  return held.drawings;
}
