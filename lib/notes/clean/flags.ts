import { type Flag, type FlagKind, type FlagOptions, flagsIn, sameValue } from '../privacy/index.ts';

/** A turn as the group will read it. */
export interface CleanTurn {
  position: number;
  text: string;
}

/** What looks personal, and in which turn. */
export interface OpenFlag extends Flag {
  turn: number;
  words: string;
}

/** Words that are not personal after all. */
export interface Kept {
  kind: FlagKind;
  words: string;
}

const keyOf = (kind: FlagKind, words: string) => `${kind} ${sameValue(kind, words)}`;

/** What two flags have in common when they mean the same person, address or number. */
export const personOf = (flag: Kept): string => keyOf(flag.kind, flag.words);

/** What is flagged in one turn and not kept. */
export function openFlagsIn(
  { position, text }: CleanTurn,
  kept: ReadonlySet<string>,
  options: FlagOptions,
): OpenFlag[] {
  return flagsIn(text, options).flatMap((flag) => {
    const words = text.slice(flag.start, flag.end);
    return kept.has(keyOf(flag.kind, words)) ? [] : [{ ...flag, words, turn: position }];
  });
}

export const keptSet = (kept: readonly Kept[]): Set<string> => new Set(kept.map(personOf));
