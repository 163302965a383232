import { decodeText } from './bytes.ts';
import { isCues, readCaptions } from './cues.ts';
import { readHeaded } from './headed.ts';
import { withoutMarkdown } from './markdown.ts';
import { readPlain } from './plain.ts';
import { checkTurns, type Transcript, type Turn } from './turn.ts';
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
 * A transcript from the bytes of a text file (or pasted text, encoded as UTF-8): WebVTT, cues of .srt and
 * .sbv, Markdown, names on lines of their own, else `Speaker: text`. Throws AppError fileEmpty,
 * fileTooLarge, fileBinary, fileEncoding, vttMalformed, cuesMalformed, transcriptNoTurns, transcriptTooLong.
 */
export function readTranscript(bytes: Uint8Array, fileName = ''): Transcript {
  const { text, encoding } = decodeText(bytes);
  const read = readText(text, fileName);
  return encoding === 'utf-8' ? read : { ...read, encoding };
}

/** As readTranscript, of text; how it is written is told by its name and by its look. Throws turnTooLong too. */
export function readText(text: string, fileName = ''): Transcript {
  const read = readTurns(text, fileName);
  checkTurns(read.turns);
  return read;
}

function readTurns(text: string, fileName: string): Transcript {
  if (isVtt(text, fileName)) return { turns: readVtt(text), skipped: [] };
  if (isCues(text, fileName)) return readCaptions(text);
  const { text: plain, headings } = /\.(?:md|markdown)$/i.test(fileName)
    ? withoutMarkdown(text)
    : { text, headings: [] };
  const { turns, skipped } = readHeaded(plain) ?? readPlain(plain);
  return { turns, skipped: [...headings, ...skipped] };
}

/**
 * As readTranscript, and .docx and .csv besides, whose readers are loaded when they are needed. Of a table
 * that holds several interviews, `part` says which. Throws fileUnsafe, docxBroken, csvColumns, csvBroken too.
 */
export async function readFile(bytes: Uint8Array, fileName: string, part?: string): Promise<Transcript> {
  if (looksLikeZip(bytes)) return (await import('./docx.ts')).readDocx(bytes);
  if (!/\.(?:csv|tsv)$/i.test(fileName)) return readTranscript(bytes, fileName);
  const { text, encoding } = decodeText(bytes);
  const read = (await import('./csv.ts')).readCsv(text, part);
  return encoding === 'utf-8' ? read : { ...read, encoding };
}

const looksLikeZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Only the turns of `readTranscript`. */
export function parseTranscript(bytes: Uint8Array, fileName = ''): Turn[] {
  return readTranscript(bytes, fileName).turns;
}
