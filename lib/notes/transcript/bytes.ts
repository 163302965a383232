import { AppError } from '../../errors.ts';
import { TRANSCRIPT_LIMITS } from './turn.ts';

/** First bytes of what people upload by mistake: PDF, ZIP (docx), PNG, JPEG, GIF, old Word, RTF, MP3, Ogg. */
const MAGIC = [
  '25504446',
  '504b0304',
  '89504e47',
  'ffd8ff',
  '47494638',
  'd0cf11e0',
  '7b5c727466',
  '494433',
  '4f676753',
];
const MIB = 1024 * 1024;

const startsWith = (bytes: Uint8Array, hex: string): boolean =>
  hex.match(/../g)?.every((pair, i) => bytes[i] === Number.parseInt(pair, 16)) ?? false;

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(bytes, 'fffe')) return 'utf-16le';
  if (startsWith(bytes, 'feff')) return 'utf-16be';
  return 'utf-8';
}

/** UTF-16 without its byte order mark is text all the same: nearly every other byte is zero. */
function looksLikeBareUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  return Math.max(...zeros) > sample.length * 0.35 && Math.min(...zeros) < sample.length * 0.02;
}

// Tab, line feed, vertical tab, form feed and carriage return belong in text; escape marks a terminal's log.
const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);

/**
 * A transcript's bytes as text, without byte order mark, lines ended by `\n`. UTF-8, or UTF-16 with its mark.
 * Throws AppError fileEmpty, fileTooLarge, fileBinary, fileEncoding.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new AppError('fileEmpty');
  if (bytes.length > TRANSCRIPT_LIMITS.bytes) {
    throw new AppError('fileTooLarge', {
      size: Math.ceil((bytes.length / MIB) * 10) / 10,
      max: TRANSCRIPT_LIMITS.bytes / MIB,
    });
  }
  if (MAGIC.some((hex) => startsWith(bytes, hex))) throw new AppError('fileBinary');
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.some(isControl)) {
    throw new AppError(looksLikeBareUtf16(bytes) ? 'fileEncoding' : 'fileBinary');
  }
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('fileEncoding', {}, { cause });
  }
  if (text.includes('\0')) throw new AppError('fileBinary');
  if (text.trim() === '') throw new AppError('fileEmpty');
  return text.replace(/\r\n?/g, '\n');
}
