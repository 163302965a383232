import { emailsIn } from './email.ts';
import { type Flag, withoutOverlaps } from './flag.ts';
import { namesIn } from './names/find.ts';
import type { NameLists } from './names/lists.ts';
import { cardsIn, personNumbersIn } from './numbers.ts';
import { phonesIn } from './phone.ts';

export { codesFor, type Value } from './codes.ts';
export { FLAG_KINDS, type Flag, type FlagKind, sameValue } from './flag.ts';
export type { NameLists } from './names/lists.ts';

/** The lists of names `flagsIn` looks them up in; a chunk of its own, because it is large. */
export const loadNames = async (): Promise<NameLists> => (await import('./names/lists.ts')).NAME_LISTS;

export interface FlagOptions {
  /** From `loadNames()`; without them no names are looked for. */
  names?: NameLists | undefined;
  /** Names that the interview gave away elsewhere. */
  known?: ReadonlySet<string> | undefined;
}

/** A code that stands in place of something personal, or a remark of whoever wrote it down: `[NAME 1]`, `[inaudible]`. */
const BRACKETED = /\[(?!at\]|a\])[^\]\n]{1,80}\]/gi;

/**
 * What looks personal in a text, in its order and without overlaps: UTF-16 offsets. Never certain: a person
 * decides. What stands in square brackets is passed over.
 */
export function flagsIn(text: string, { names, known }: FlagOptions = {}): Flag[] {
  const open = text.replace(BRACKETED, (code) => ' '.repeat(code.length));
  return withoutOverlaps([
    ...emailsIn(open),
    ...personNumbersIn(open),
    ...cardsIn(open),
    ...phonesIn(open),
    ...(names ? namesIn(open, names, known) : []),
  ]);
}

/**
 * The flags of all the turns of an interview, turn by turn. A name that one turn gives away ("my sister
 * Zorka") is found in the others too.
 */
export function flagsInAll(texts: readonly string[], options: FlagOptions = {}): Flag[][] {
  const { names } = options;
  if (!names) return texts.map((text) => flagsIn(text, options));
  const known = new Set(options.known);
  const first = texts.map((text) => flagsIn(text, options));
  for (const [i, flags] of first.entries()) {
    for (const { kind, start, end } of flags) {
      if (kind === 'name') for (const part of partsOf(texts[i]?.slice(start, end) ?? '')) known.add(part);
    }
  }
  if (known.size === 0) return first;
  return texts.map((text, i) => {
    const lower = text.toLocaleLowerCase('sv');
    const bears = [...known].some((part) => lower.includes(part));
    return bears ? flagsIn(text, { names, known }) : (first[i] ?? []);
  });
}

/** The words of a name that give a person away when they stand alone. */
const partsOf = (name: string): string[] =>
  name.split(' ').flatMap((part) => (/^\p{Lu}\p{L}{2,}/u.test(part) ? [part.toLocaleLowerCase('sv')] : []));
