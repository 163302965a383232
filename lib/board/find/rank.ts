import { fold, wordStart } from './fold.ts';

/** Something that can be found, with its words made ready once. */
export interface Sought {
  /** As it reads, in lower case. */
  low: string;
  folded: string;
}

export const sought = (text: string): Sought => ({
  low: text.normalize('NFC').toLowerCase(),
  folded: fold(text),
});

/** What was typed, made ready once per keystroke. */
export interface Query {
  low: string;
  folded: string;
  /** The folded words; all of them must occur. */
  words: readonly string[];
}

export function queryOf(typed: string): Query {
  const trimmed = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  const folded = fold(trimmed);
  return { low: trimmed.toLowerCase(), folded, words: folded.split(' ').filter(Boolean) };
}

/** The ranks, best first; what was typed with its accents precedes what only meets it without. */
export const RANK = { exact: 0, prefix: 10, word: 20, inside: 30, scattered: 40, loose: 50 } as const;
const FOLDED_ONLY = 5;

/**
 * How well a text answers a query: less is better, null is no answer. The whole text, its beginning, the
 * beginning of a word, inside a word, all words somewhere; with `loose`, for short names, the letters in
 * their order as well (“sgncontr” meets “Signs the contract”).
 */
export function rank({ low, folded }: Sought, query: Query, loose = false): number | null {
  const { words } = query;
  if (words.length === 0) return RANK.exact;
  const at = wordStart(folded, query.folded);
  if (at >= 0) {
    const penalty = low.includes(query.low) ? 0 : FOLDED_ONLY;
    if (folded === query.folded) return RANK.exact + penalty;
    if (at === 0) return RANK.prefix + penalty;
    const inWord = /[\p{L}\p{N}]/u.test(folded.charAt(at - 1));
    return (inWord ? RANK.inside : RANK.word) + penalty;
  }
  if (words.length > 1 && words.every((word) => folded.includes(word))) {
    const starts = words.every((word) => isStart(folded, wordStart(folded, word)));
    return RANK.scattered + (starts ? 0 : FOLDED_ONLY);
  }
  if (loose && query.folded.length >= 3 && isSubsequence(query.folded.replaceAll(' ', ''), folded))
    return RANK.loose;
  return null;
}

const isStart = (folded: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1));

/** Whether the letters occur in this order; the first one must begin a word. */
function isSubsequence(letters: string, text: string): boolean {
  let at = wordStart(text, letters.charAt(0));
  if (at < 0 || !isStart(text, at)) return false;
  for (const letter of letters.slice(1)) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
