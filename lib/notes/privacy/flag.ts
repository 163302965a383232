/** What may give a person away. personnummer: any state's number of a person. card: also an account's IBAN. */
export const FLAG_KINDS = ['name', 'phone', 'email', 'personnummer', 'card'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** A stretch of a text that looks personal: UTF-16 units, end excluded. A person decides whether it is. */
export interface Flag {
  kind: FlagKind;
  start: number;
  end: number;
}

export interface Found extends Flag {
  words: string;
}

/** What two writings of one value have in common: "070-123 45 67" and "+46 70 1234567", "Anna" and "ANNA". */
export function sameValue(kind: FlagKind, words: string): string {
  const plain = words.normalize('NFC').toLocaleLowerCase('sv');
  if (kind === 'name') return plain.replace(/\s+/g, ' ').trim();
  if (kind === 'email') return plain.replace(/\s+/g, ' ');
  const digits = plain.replace(/[^\d\p{L}]/gu, '');
  if (kind === 'phone') return digits.replace(/^(?:00)?46(?=[1-9])(?:0)?/, '0');
  // The century of a personnummer is left out as often as not.
  return kind === 'personnummer' ? digits.slice(-10) : digits;
}

/** Flags in the order of the text, of which none overlaps another: the earlier in `flags` wins. */
export function withoutOverlaps(flags: readonly Flag[]): Flag[] {
  const kept: Flag[] = [];
  for (const flag of flags) {
    if (!kept.some((other) => flag.start < other.end && other.start < flag.end)) kept.push(flag);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Every match of a global pattern as a flag, where `holds` agrees. */
export function matches(
  kind: FlagKind,
  text: string,
  pattern: RegExp,
  holds: (words: string, at: number) => boolean = () => true,
): Flag[] {
  return [...text.matchAll(pattern)]
    .filter((match) => holds(match[0], match.index))
    .map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}

/** The stretch before a place in which a word tells what follows. */
export const before = (text: string, at: number, reach = 40): string =>
  text.slice(Math.max(0, at - reach), at);
