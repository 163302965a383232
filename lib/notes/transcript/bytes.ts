import { AppError } from '../../errors.ts';
import { decodeEightBits } from './eight-bits.ts';
import { TRANSCRIPT_LIMITS } from './turn.ts';

/** What people upload by mistake, by its first bytes; `kind` in the params of AppError fileBinary. */
const MAGIC: readonly [hex: string, kind: 'pdf' | 'picture' | 'sound' | 'word' | 'zip'][] = [
  ['25504446', 'pdf'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['52494646', 'sound'],
  ['d0cf11e0', 'word'],
  ['7b5c727466', 'word'],
  ['494433', 'sound'],
  ['fffb', 'sound'],
  ['4f676753', 'sound'],
  ['664c6143', 'sound'],
  ['1a45dfa3', 'sound'],
  ['1f8b', 'zip'],
];
const MIB = 1024 * 1024;

const startsWith = (bytes: Uint8Array, hex: string): boolean =>
  hex.match(/../g)?.every((pair, i) => bytes[i] === Number.parseInt(pair, 16)) ?? false;

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

/** How the bytes of a text were written; everything but UTF-8 is a guess people are told of. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'macintosh';

/** Throws AppError fileEmpty, fileTooLarge. */
export function checkSize(bytes: Uint8Array, most: number): void {
  if (bytes.length === 0) throw new AppError('fileEmpty');
  if (bytes.length > most) {
    throw new AppError('fileTooLarge', { size: Math.ceil((bytes.length / MIB) * 10) / 10, max: most / MIB });
  }
}

/** Throws AppError fileBinary { kind } for what is no text by its first bytes. */
export function checkKind(bytes: Uint8Array): void {
  const found = MAGIC.find(([hex]) => startsWith(bytes, hex))?.[1];
  const brand = new TextDecoder('latin1').decode(bytes.subarray(8, 12));
  // A film, a telephone's recording or its picture: "ftyp" behind the length of its first box.
  const boxed = startsWith(bytes.subarray(4), '66747970') ? 'sound' : undefined;
  const kind = /^(?:WEBP|hei[cx]|mif1|avif)$/.test(brand) && (found ?? boxed) ? 'picture' : (found ?? boxed);
  if (kind) throw new AppError('fileBinary', { kind });
}

function decodeUtf16(bytes: Uint8Array): string {
  const bigEndian = startsWith(bytes, 'feff') || (!startsWith(bytes, 'fffe') && bytes[0] === 0);
  return decodeAs(bytes, bigEndian ? 'utf-16be' : 'utf-16le');
}

function decodeAs(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('fileEncoding', {}, { cause });
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * A transcript's bytes as text, without byte order mark, lines ended by `\n`. UTF-8; UTF-16 with its mark or
 * without; Windows-1252 and MacRoman where the letters leave no doubt which.
 * Throws AppError fileEmpty, fileTooLarge, fileBinary { kind }, fileEncoding.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  checkSize(bytes, TRANSCRIPT_LIMITS.bytes);
  const marked = startsWith(bytes, 'fffe') || startsWith(bytes, 'feff');
  if (!marked) checkKind(bytes);
  const { text, encoding } = decoded(bytes, marked);
  if (text.includes('\0')) throw new AppError('fileBinary', { kind: 'other' });
  if (text.trim() === '') throw new AppError('fileEmpty');
  return { text: text.replace(/\r\n?/g, '\n'), encoding };
}

function decoded(bytes: Uint8Array, marked: boolean): { text: string; encoding: Encoding } {
  if (marked || looksLikeBareUtf16(bytes)) return { text: decodeUtf16(bytes), encoding: 'utf-16' };
  if (bytes.some(isControl)) throw new AppError('fileBinary', { kind: 'other' });
  if (isUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8' };
  const guessed = decodeEightBits(bytes);
  if (!guessed) throw new AppError('fileEncoding');
  return guessed;
}
