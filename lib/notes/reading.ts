import type { Severity } from '../journey/model.ts';

/** What the sign a line begins with makes of it, and what is left of it as words. */
export type Reading =
  | { kind: 'said'; words: string }
  | { kind: 'quote'; words: string }
  | { kind: 'friction'; words: string; severity: Severity }
  | { kind: 'emotion'; words: string; emoji: string /** −2…+2 in half steps. */; valence: number }
  /** Something to ask again. */
  | { kind: 'again'; words: string }
  /** The touchpoint that is talked about from here on: what is typed of its name. */
  | { kind: 'touchpoint'; words: string };
