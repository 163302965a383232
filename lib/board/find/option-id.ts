import type { Entry } from './search.ts';

/** The id of an entry's option in the list, for `aria-activedescendant`. */
export const optionId = (listId: string, entry: Entry): string => `${listId}-${entry.in}-${entry.id}`;
