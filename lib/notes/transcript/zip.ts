import { Unzip, UnzipInflate } from 'fflate';
import { AppError } from '../../errors.ts';

/** No transcript comes near these: its text is a few hundred kilobytes, packed ten to one. */
const MOST = { entries: 2_000, bytes: 24 * 1024 * 1024, ratio: 150 } as const;
/** Handed on in pieces, so that what swells is noticed before it fills the memory. */
const PIECE = 16 * 1024;

const unsafe = () => new AppError('fileUnsafe');

/**
 * One file out of a ZIP, unpacked; null when it is not in it. Everything else stays packed. Throws AppError
 * fileUnsafe when it says that it is, or turns out to be, larger than a text can be, and docxBroken when it
 * cannot be unpacked.
 */
export function fileInZip(bytes: Uint8Array, name: RegExp): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let entries = 0;
  let size = 0;
  let done = false;
  let given = 0;
  let from = 0;
  let failure: unknown = null;
  const unzip = new Unzip((file) => {
    if (++entries > MOST.entries) throw unsafe();
    if (!name.test(file.name) || done || pieces.length > 0) return;
    if ((file.originalSize ?? 0) > MOST.bytes) throw unsafe();
    if (file.size && (file.originalSize ?? 0) > file.size * MOST.ratio) throw unsafe();
    from = given;
    file.ondata = (error, piece, final) => {
      if (error) failure = error;
      size += piece?.length ?? 0;
      if (size > MOST.bytes || size > (given - from + PIECE) * MOST.ratio) failure = unsafe();
      if (failure) return;
      pieces.push(piece);
      done = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !failure && !done; at += PIECE) {
      given = at + PIECE;
      unzip.push(bytes.subarray(at, at + PIECE), given >= bytes.length);
    }
  } catch (cause) {
    failure = cause;
  }
  if (failure instanceof AppError) throw failure;
  if (failure || (pieces.length > 0 && !done)) throw new AppError('docxBroken', {}, { cause: failure });
  if (!done) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
