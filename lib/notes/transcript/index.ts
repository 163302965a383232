import { decodeText } from './bytes.ts';
import { readPlain } from './plain.ts';
import type { Transcript, Turn } from './turn.ts';
import { isVtt, readVtt } from './vtt.ts';

export {
  type Cast,
  type CastTurn,
  castTurns,
  guessCast,
  PARTS_IN_TALK,
  type PartInTalk,
  speakersOf,
} from './cast.ts';
export { TRANSCRIPT_LIMITS, type Transcript, type Turn } from './turn.ts';

/**
 * A transcript from a file's bytes (or pasted text, encoded as UTF-8): WebVTT by name or signature, else
 * `Speaker: text`. Runs in the browser for the preview and on the server for what is stored.
 * Throws AppError fileEmpty, fileTooLarge, fileBinary, fileEncoding, vttMalformed, transcriptNoTurns,
 * transcriptTooLong.
 */
export function readTranscript(bytes: Uint8Array, fileName = ''): Transcript {
  const text = decodeText(bytes);
  return isVtt(text, fileName) ? { turns: readVtt(text), skipped: [] } : readPlain(text);
}

/** Only the turns of `readTranscript`. */
export function parseTranscript(bytes: Uint8Array, fileName = ''): Turn[] {
  return readTranscript(bytes, fileName).turns;
}
