import * as Y from 'yjs';
import { openJourney, toJourney } from '../../journey/document.ts';
import { CUSTOMER_KINDS, type Journey } from '../../journey/model.ts';
import type { Rooms } from '../../runtime.ts';
import { journeyDocument } from '../../sync/protocol.ts';
import { GUIDE_LIMITS } from './limits.ts';

/** Something the map says that no interview has borne out, as a question may put it to the test. */
export interface Knowledge {
  cardId: string;
  kind: 'figure' | 'belief';
  /** At most what a question can name. */
  text: string;
  /** Name of the touchpoint it lies at; null on the tray. */
  touchpoint: string | null;
}

const ASSUMED_KINDS: readonly string[] = [...CUSTOMER_KINDS, 'action', 'need'];

/** The map's figures, and what was put on it about customers without anybody having said it, along the journey. */
export function knowledgeOn(journey: Journey): Knowledge[] {
  const at = new Map(
    journey.touchpoints.map((touchpoint, i) => [touchpoint.id, { i, name: touchpoint.name }]),
  );
  const found = journey.cards.flatMap((card) => {
    const text = clipped(card.text);
    if (text === '' || card.source !== null) return [];
    const believed = card.evidence === 'assumed' && ASSUMED_KINDS.includes(card.kind);
    if (card.kind !== 'metric' && !believed) return [];
    const kind: Knowledge['kind'] = card.kind === 'metric' ? 'figure' : 'belief';
    const place = card.place ? at.get(card.place.touchpointId) : undefined;
    return [
      {
        known: { cardId: card.id, kind, text, touchpoint: place?.name ?? null },
        column: place?.i ?? Number.POSITIVE_INFINITY,
      },
    ];
  });
  return found
    .toSorted((a, b) => (a.column === b.column ? 0 : a.column - b.column))
    .map(({ known }) => known);
}

function clipped(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= GUIDE_LIMITS.tests ? line : `${line.slice(0, GUIDE_LIMITS.tests - 1).trimEnd()}…`;
}

/** As knowledgeOn, of the workshop's live map. Throws roomUnavailable. */
export async function liveKnowledge(rooms: Pick<Rooms, 'read'>, workshopId: string): Promise<Knowledge[]> {
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, await rooms.read(journeyDocument(workshopId)));
  const known = knowledgeOn(toJourney(journey));
  journey.doc.destroy();
  return known;
}
