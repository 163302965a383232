import { emailsIn } from './email.ts';
import { type Flag, withoutOverlaps } from './flag.ts';
import { cardsIn, personNumbersIn } from './numbers.ts';
import { phonesIn } from './phone.ts';

export { codesFor, type Value } from './codes.ts';
export { FLAG_KINDS, type Flag, type FlagKind, sameValue } from './flag.ts';

/** Filled by `loadNames()`, a module of its own because it is large. */
export interface NameLists {
  first: ReadonlySet<string>;
  last: ReadonlySet<string>;
}

export interface FlagOptions {
  /** Lists of names, from `loadNames()`; without them no names are looked for. */
  names?: NameLists | undefined;
}

/** A code that stands in place of something personal, or a remark of whoever wrote it down: `[NAME 1]`, `[inaudible]`. */
const BRACKETED = /\[[^\]\n]{1,80}\]/g;

/**
 * What looks personal in a text, in its order and without overlaps: UTF-16 offsets. Never certain: a person
 * decides. What stands in square brackets is passed over.
 */
export function flagsIn(text: string, _options: FlagOptions = {}): Flag[] {
  const open = text.replace(BRACKETED, (code) => ' '.repeat(code.length));
  return withoutOverlaps([...emailsIn(open), ...personNumbersIn(open), ...cardsIn(open), ...phonesIn(open)]);
}
