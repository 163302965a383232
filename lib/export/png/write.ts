import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ExportInput } from '../export.ts';
import { FACES, fontFile } from '../fonts/files.ts';
import { printable } from '../printable.ts';
import { mapSvg } from '../svg/pictures.tsx';
import { NAMED } from '../svg/standalone.ts';
import { type SvgNode, writeSvg } from '../svg/tree.ts';
import { typeset } from '../svg/typeset.ts';
import { wordsOf } from '../words.ts';
import { scaleFor } from './scale.ts';

/** The map in pixels, twice as many as on a plain screen, or as many as a picture may have. */
export async function writePng({ review, locale }: ExportInput): Promise<Uint8Array> {
  return pngOf(mapSvg(wordsOf(printable(review), locale)));
}

export async function pngOf(picture: SvgNode): Promise<Uint8Array> {
  await ready();
  const set = typeset(picture, { fontOf: NAMED, keepUnknown: false });
  const size = { width: Number(set.attributes.width), height: Number(set.attributes.height) };
  const image = new Resvg(writeSvg(set), {
    fitTo: { mode: 'zoom', value: scaleFor(size) },
    font: { fontBuffers: FACES.map(fontFile), defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  const rendered = image.render();
  try {
    return rendered.asPng();
  } finally {
    rendered.free();
    image.free();
  }
}

let started: Promise<void> | null = null;

function ready(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  started ??= readFile(file).then(initWasm);
  return started;
}
