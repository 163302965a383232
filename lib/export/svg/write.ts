import type { ExportInput } from '../export.ts';
import { printable } from '../printable.ts';
import { wordsOf } from '../words.ts';
import { capitalSvg, emotionSvg, mapSvg } from './pictures.tsx';
import { stacked } from './stacked.ts';
import { standaloneSvg } from './standalone.ts';

/** The map as one picture. */
export async function writeSvgFile({ review, locale }: ExportInput): Promise<Uint8Array> {
  const words = wordsOf(printable(review), locale);
  return new TextEncoder().encode(await standaloneSvg(mapSvg(words)));
}

/** Both curves, the feeling above the capital, as one picture. */
export async function writeCurves({ review, locale }: ExportInput): Promise<Uint8Array> {
  const words = wordsOf(printable(review), locale);
  const both = stacked([
    { title: words.t('curves.emotion'), picture: emotionSvg(words) },
    { title: words.t('curves.capital'), picture: capitalSvg(words) },
  ]);
  return new TextEncoder().encode(await standaloneSvg(both));
}
