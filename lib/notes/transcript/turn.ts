import { AppError } from '../../errors.ts';
import type { Encoding } from './bytes.ts';

/** One stretch of speech as the file has it; the speaker is still the file's own label. */
export interface Turn {
  speaker: string;
  /** Milliseconds since the start; null where the file has no clock. */
  atMs: number | null;
  /** Wrapped lines joined by a space; paragraphs the file separates are kept apart by one line break. */
  text: string;
}

export interface Transcript {
  turns: Turn[];
  /** Lines before the first speaker (a title, a date); they are left out, and the preview says so. */
  skipped: string[];
  /** How the file was encoded, where that had to be guessed. */
  encoding?: Exclude<Encoding, 'utf-8'>;
  /** The interviews one table holds, when there are several; the turns are those of `part`. */
  parts?: string[];
  part?: string;
}

export const TRANSCRIPT_LIMITS = {
  bytes: 2 * 1024 * 1024,
  /** Word files carry pictures; of those only the text is read. */
  docxBytes: 20 * 1024 * 1024,
  turns: 5_000,
  label: 60,
  /** UTF-16 units of one turn: half an hour's monologue. */
  turn: 40_000,
} as const;

/** `[hh:]mm:ss[.mmm]` in milliseconds; null when it is no time of day-like clock. */
export function clockMs(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', rest = '0'] = match;
  if (Number(seconds) > 59 || (match[1] !== undefined && Number(minutes) > 59)) return null;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'));
}

/** Throws AppError transcriptTooLong when there are more turns than an interview has. */
export function checkLength(turns: number): void {
  if (turns > TRANSCRIPT_LIMITS.turns) {
    throw new AppError('transcriptTooLong', { turns, max: TRANSCRIPT_LIMITS.turns });
  }
}

/** Throws AppError turnTooLong { turn } (1-based) where nobody has said so much in one go. */
export function checkTurns(turns: readonly Turn[]): void {
  const long = turns.findIndex((turn) => turn.text.length > TRANSCRIPT_LIMITS.turn);
  if (long >= 0) throw new AppError('turnTooLong', { turn: long + 1 });
}
