import { FIRST_NAMES } from './first.ts';
import { LAST_NAMES } from './last.ts';

export interface NameLists {
  /** In lower case. */
  first: ReadonlySet<string>;
  last: ReadonlySet<string>;
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.toLocaleLowerCase('sv').split(' '));

export const NAME_LISTS: NameLists = { first: setOf(FIRST_NAMES), last: setOf(LAST_NAMES) };
