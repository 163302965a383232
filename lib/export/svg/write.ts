import type { ExportInput } from '../export.ts';
import { printable } from '../printable.ts';
import { wordsOf } from '../words.ts';
import { mapSvg } from './pictures.tsx';
import { standaloneSvg } from './standalone.ts';

/** The map as one picture. */
export async function writeSvgFile({ review, locale }: ExportInput): Promise<Uint8Array> {
  const words = wordsOf(printable(review), locale);
  return new TextEncoder().encode(await standaloneSvg(mapSvg(words)));
}
