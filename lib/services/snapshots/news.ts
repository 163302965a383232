import { COLLECTIONS, type JourneyDoc, plainEntry } from '../../journey/document.ts';
import { inState } from '../../journey/state.ts';
import { canonicalJson } from './canonical.ts';

/**
 * Whether a map says anything else than an earlier state of it: in its entries, its settings or its drawing.
 * Edits that were taken back are no news, nor is a document written anew without its past.
 * @param state `encodeStateAsUpdate`
 * @param before the same; null: there is no earlier one, and a map without a card or a drawing is no news
 */
export function isNews(state: Uint8Array, before: Uint8Array | null): boolean {
  return inState(state, (now) => {
    if (!before) return now.cards.size > 0 || now.drawing.size > 0;
    return plainText(now) !== inState(before, plainText);
  });
}

function plainText(live: JourneyDoc): string {
  const entries = COLLECTIONS.map((name) => {
    const held = [...live[name]].map(([key, entry]) => [key, plainEntry(key, entry)] as const);
    return [name, Object.fromEntries(held)] as const;
  });
  return canonicalJson({ ...Object.fromEntries(entries), meta: live.meta.toJSON() });
}
