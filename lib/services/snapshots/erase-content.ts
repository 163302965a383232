import * as Y from 'yjs';
import { openJourney } from '../../journey/document.ts';
import type { Erased } from '../../journey/erased.ts';
import type { Journey } from '../../journey/model.ts';
import { renewed } from '../../journey/renew/index.ts';
import type { Sources } from '../../journey/sources.ts';

export interface Words {
  journey: Journey;
  sources: Sources;
  /** `encodeStateAsUpdate`. */
  state: Uint8Array;
}

/**
 * A snapshot's words without what was erased, and without the past in which that was there.
 * @returns null when nothing of it is in there
 */
export function withoutErased(
  { journey, sources, state }: Words,
  erased: Erased,
): (Words & { cards: number }) | null {
  if (erased.isEmpty) return null;
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, state);
  try {
    // A source nobody could find when it was taken stands in the document only.
    const cards = new Set(
      [...live.cards].flatMap(([id, entry]) =>
        erased.has(id, entry instanceof Y.Map ? entry.get('source') : null) ? [id] : [],
      ),
    );
    for (const card of journey.cards) if (erased.has(card.id, card.source)) cards.add(card.id);
    const left = Object.entries(sources).filter(
      ([findingId, { interviewId }]) => !erased.hasSource({ findingId, interviewId }),
    );
    if (cards.size === 0 && left.length === Object.keys(sources).length) return null;
    erased.removeFrom(live);
    return {
      journey: { ...journey, cards: journey.cards.filter((card) => !cards.has(card.id)) },
      sources: Object.fromEntries(left),
      state: renewed(live).state,
      cards: cards.size,
    };
  } finally {
    live.doc.destroy();
  }
}
