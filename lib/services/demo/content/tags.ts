import type { Locale } from '../../../i18n/locale.ts';

type TagKey = 'bill' | 'amount' | 'waiting' | 'rise' | 'easy' | 'again' | 'hands';

/** What the group calls what keeps coming back. */
const NAMES: Record<TagKey, Record<Locale, string>> = {
  bill: { en: 'Hard to read', sv: 'Svårt att läsa' },
  amount: { en: 'Unexpected amount', sv: 'Oväntat belopp' },
  waiting: { en: 'Waiting', sv: 'Väntan' },
  rise: { en: 'Price rise', sv: 'Prishöjning' },
  easy: { en: 'Easy to begin', sv: 'Lätt att börja' },
  again: { en: 'Telling it again', sv: 'Berätta om igen' },
  hands: { en: 'Hands tied', sv: 'Bakbundna händer' },
};

const TAGGED: Record<TagKey, string[]> = {
  bill: ['h7', 's1', 'p3', 'p4', 'c5', 'a1', 'b1'],
  amount: ['h5', 'h6', 'm5', 'm6'],
  waiting: ['m7', 'm8', 'm9', 'm10', 'd3', 'd4', 'b2'],
  rise: ['h8', 'h9', 'c6', 'c7', 'd5', 'd6', 'a3'],
  easy: ['h2', 's3', 's4', 'm3', 'm4', 'c1'],
  again: ['d1', 'd2', 'm7', 'p5'],
  hands: ['a2', 'b2'],
};

/** The tags of a finding of the demo, by its key. */
export const tagsOf = (key: string, locale: Locale): string[] =>
  (Object.keys(TAGGED) as TagKey[])
    .filter((tag) => TAGGED[tag].includes(key))
    .map((tag) => NAMES[tag][locale]);
