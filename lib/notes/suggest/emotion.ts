import type { WordList } from './words.ts';

/** What a feeling might be, and the words it is read from; nobody's feeling until a person says so. */
export interface Suggestion {
  /** −2, −1, 1 or 2. */
  valence: number;
  /** As they stand in the text, in their order; a negation stands with the word it turns round. */
  because: string[];
}

/** How far before a word a negation still turns it round. */
const REACH = 3;
/** Below this the words weigh about as much one way as the other: then nothing is suggested. */
const LEAST = 1.5;
/** From here on a feeling is a strong one: one of AFINN's strong words, or two plain ones. */
const STRONG = 3.9;
/** The list's longest entries have as many words. */
const LONGEST = 4;

/**
 * A valence from the words of a passage, or null when they do not tell. Counts words, understands nothing:
 * irony, and what is only hinted at, is left to the person who heard it.
 */
export function suggestFrom(text: string, list: WordList): Suggestion | null {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\p{Extended_Pictographic}/gu)];
  const keys = words.map(([word]) => word.toLowerCase().replace('’', "'"));
  const because: string[] = [];
  let total = 0;
  for (let at = 0; at < words.length; ) {
    const found = longest(keys, at, list);
    if (!found) {
      at += 1;
      continue;
    }
    const before = keys.slice(Math.max(0, at - REACH), at);
    const negation = before.findLastIndex((word) => list.negations.has(word));
    const louder = before.length > 0 && list.stronger.has(before.at(-1) ?? '');
    total += found.weight * (negation >= 0 ? -0.5 : 1) * (louder ? 1.3 : 1);
    const from = negation >= 0 ? at - before.length + negation : at;
    because.push(cut(text, words, from, at + found.length));
    at += found.length;
  }
  if (Math.abs(total) < LEAST) return null;
  return { valence: Math.sign(total) * (Math.abs(total) >= STRONG ? 2 : 1), because };
}

/** The longest entry of the list that begins at a word: "fed up" before "fed". */
function longest(keys: readonly string[], at: number, { feel, idle, negations, forms }: WordList) {
  for (let length = Math.min(LONGEST, keys.length - at); length > 0; length--) {
    const key = keys.slice(at, at + length).join(' ');
    if (idle.has(key) || negations.has(key)) continue;
    const known = [key, ...(length === 1 ? forms(key) : [])].find((form) => feel.has(form));
    const weight = known !== undefined && !idle.has(known) && feel.get(known);
    if (weight) return { weight, length };
  }
  return null;
}

function cut(text: string, words: readonly RegExpExecArray[], from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  return first && last ? text.slice(first.index, last.index + last[0].length) : '';
}
