import { LIMITS, type Severity } from '../journey/model.ts';
import { feelingAtStart } from './signs/feeling.ts';

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

/** The straight one and every way a keyboard or a phone makes it curly, in Swedish, English and German. */
const OPENING = /^["“”„‟«»]/u;
const CLOSING = /\s*["“”‟«»]$/u;
const FRICTION = /^!+/;
const ESCAPED = /^\\(?=\S)/;

/**
 * What a line of the notes is, by the sign it begins with. A sign alone has empty words. A backslash or a
 * space before it makes it a letter like any other.
 * @param text the line as typed
 */
export function readLine(text: string): Reading {
  const marked = markedBy(text);
  if (marked) return marked;
  const words = ESCAPED.test(text) && markedBy(text.slice(1)) ? text.slice(1) : text;
  return { kind: 'said', words: words.trim() };
}

function markedBy(text: string): Reading | null {
  if (OPENING.test(text)) return { kind: 'quote', words: text.slice(1).trim().replace(CLOSING, '') };
  const rest = text.slice(1).trim();
  if (text.startsWith('?')) return { kind: 'again', words: rest };
  if (text.startsWith('#')) return { kind: 'touchpoint', words: rest };
  const marks = FRICTION.exec(text)?.[0].length ?? 0;
  if (marks > 0) {
    return { kind: 'friction', words: text.slice(marks).trim(), severity: Math.min(marks, 3) as Severity };
  }
  const felt = feelingAtStart(text);
  if (!felt || felt.emoji.length > LIMITS.emoji) return null;
  return { kind: 'emotion', words: text.slice(felt.length).trim(), emoji: felt.emoji, valence: felt.valence };
}

/** The readings that become a finding of the same kind. */
export type FindingReading = Extract<Reading, { kind: 'quote' | 'friction' | 'emotion' }>;

export function isFinding(reading: Reading): reading is FindingReading {
  return reading.kind === 'quote' || reading.kind === 'friction' || reading.kind === 'emotion';
}
