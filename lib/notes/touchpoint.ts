/** A touchpoint of the map, to be named in the notes. */
export interface NamedTouchpoint {
  id: string;
  name: string;
  /** The phase it lies in. */
  phase: string;
}

/** Accents off, so that a name is found however it was typed. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * The touchpoints meant by the first letters of their words: "inv" and "pay inv" mean "Pay the invoice", as
 * does its beginning. Best first: the whole beginning, then the first word, then any; in each in the order of the map.
 * Nothing typed means all of them.
 */
export function matchTouchpoints(typed: string, touchpoints: readonly NamedTouchpoint[]): NamedTouchpoint[] {
  const parts = wordsIn(typed);
  const ranked = touchpoints
    .filter(({ name }) => name.trim() !== '')
    .flatMap((touchpoint, i) => {
      const rank = rankOf(parts, folded(typed).trim(), touchpoint.name);
      return rank === null ? [] : [{ touchpoint, rank, i }];
    });
  return ranked.sort((a, b) => a.rank - b.rank || a.i - b.i).map(({ touchpoint }) => touchpoint);
}

function rankOf(parts: readonly string[], typed: string, name: string): number | null {
  if (parts.length === 0) return 0;
  if (folded(name).trim().startsWith(typed)) return 0;
  const words = wordsIn(name);
  const left = new Set(words);
  for (const part of parts) {
    const word = words.find((one) => left.has(one) && one.startsWith(part));
    if (word === undefined) return null;
    left.delete(word);
  }
  return words[0]?.startsWith(parts[0] ?? '') ? 1 : 2;
}
