import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import * as Y from 'yjs';
import { z } from 'zod';
import { figuresSchema } from '../../journey/analysis/index.ts';
import { group } from '../../journey/group.ts';
import { journey } from '../../journey/model.ts';
import { sources } from '../../journey/sources.ts';
import { canonicalJson } from './canonical.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** How `content` is written; a reader of an older one stays for good (open.ts). */
export const FORMAT = 2;

/** What a snapshot holds beside the document's state. */
export const content = z.object({ journey, sources, figures: figuresSchema, group });
export type Content = z.infer<typeof content>;

/** More than a full workshop's largest map unpacks to: a damaged row must not fill the memory. */
const MOST_BYTES = 256 * 1024 * 1024;
const HEAD = 4;
const QUALITY = 7;

export interface Packed {
  bytes: Uint8Array;
  /** Hex, over the text: the canonical JSON of the content and of the state's own SHA-256. */
  sha256: string;
}

/**
 * A snapshot's content and the document's state as one compressed run of bytes: the length of the text
 * (uint32, big-endian), the text, the state. One run, because ids and words stand in both: packed apart
 * they took twice the room. The state is in Yjs' second encoding, which keeps like beside like and packs to two
 * thirds of the first.
 * @param state `encodeStateAsUpdate`
 */
export async function pack(held: Content, state: Uint8Array): Promise<Packed> {
  const dense = Y.convertUpdateFormatV1ToV2(state);
  const text = Buffer.from(canonicalJson({ ...held, state: sha256Of(dense) }), 'utf8');
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(text.byteLength);
  const whole = Buffer.concat([head, text, dense]);
  const bytes = await compress(whole, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.byteLength,
    },
  });
  return { bytes: new Uint8Array(bytes), sha256: sha256Of(text) };
}

/**
 * What was packed, checked against its hash. Throws when it is not what was taken.
 * @returns `content` as it was written, unparsed; `state` gives `encodeStateAsUpdate`, at the price of a
 *   conversion that whoever only reads need not pay
 */
export async function unpack({ bytes, sha256 }: Packed): Promise<{ content: unknown; state(): Uint8Array }> {
  const whole = await decompress(bytes, { maxOutputLength: MOST_BYTES });
  if (whole.byteLength < HEAD) throw new Error('The snapshot breaks off.');
  const end = HEAD + whole.readUInt32BE(0);
  const text = whole.subarray(HEAD, end);
  if (end > whole.byteLength || sha256Of(text) !== sha256) throw new Error('The hash is another.');
  const { state: stateHash, ...held } = stored.parse(JSON.parse(text.toString('utf8')));
  const dense = new Uint8Array(whole.subarray(end));
  if (sha256Of(dense) !== stateHash) throw new Error("The state's hash is another.");
  return { content: held, state: () => Y.convertUpdateFormatV2ToV1(dense) };
}

const stored = z.looseObject({ state: z.string() });

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
