import { expect, test } from 'vitest';
import { isAppError } from '../../lib/errors.ts';
import { readFile } from '../../lib/notes/transcript/index.ts';
import { type Random, random } from '../support/random.ts';
import { docx, paragraph, table } from '../unit/transcript/word.ts';

const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));

const FILES: readonly [name: string, bytes: Uint8Array][] = [
  ['a.docx', docx(['Eva Strand|   0:03\nHur gick det?', 'Bo Ek|   0:09\nSådär.'].map(paragraph).join(''))],
  [
    'b.docx',
    docx(
      table([
        ['Talare', 'Text'],
        ['Eva', 'Hej.'],
        ['Bo', 'Hej själv.'],
      ]),
    ),
  ],
  [
    'c.vtt',
    bytes(
      'WEBVTT',
      '',
      '1',
      '00:01.000 --> 00:02.000',
      '<v Eva>Hej</v>',
      '',
      '00:03.000 --> 00:04.000',
      '<v Bo>Jo',
    ),
  ],
  [
    'd.srt',
    bytes(
      '1',
      '00:00:01,000 --> 00:00:02,000',
      'Eva: Hej',
      '',
      '2',
      '00:00:03,000 --> 00:00:04,000',
      '[Bo] Jo',
    ),
  ],
  ['e.csv', bytes('Talare;Tid;Text', 'Eva;0:03;"Hur; gick det?"', 'Bo;0:09;Sådär.')],
  ['f.md', bytes('# Intervju', '**Eva:** Hur *gick* det?', '', '**Bo:** Sådär [ohörbart].')],
  ['g.txt', bytes('1 [00:03] Eva: Hur gick det?', '2 [00:09] Bo: Sådär.', '', 'Page 1 of 2', '\f')],
];

/** A few bytes other, gone, doubled, or put elsewhere. */
function mutated(from: Uint8Array, { below, of }: Random): Uint8Array {
  const out = [...from];
  for (let i = below(6) + 1; i > 0; i--) {
    const at = below(out.length);
    const piece = out.slice(at, at + below(24));
    of([
      () => out.splice(at, 1, below(256)),
      () => out.splice(at, below(24)),
      () => out.splice(below(out.length), 0, ...piece),
      () =>
        out.splice(
          at,
          0,
          ...new TextEncoder().encode(of(['"', '<v ', '-->', ':', '[', '\n\n', '\0', '**', ';'])),
        ),
    ])();
  }
  return Uint8Array.from(out);
}

const SEED = 20_261_122;

test(`1,400 damaged files are read or refused in words, none stops the program (seed ${SEED})`, async () => {
  const source = random(SEED);
  const ends = { read: 0, refused: 0 };
  for (let i = 0; i < 1_400; i++) {
    const [name, whole] = source.of(FILES);
    try {
      const { turns } = await readFile(mutated(whole, source), name);
      expect(turns.length).toBeGreaterThan(0);
      expect(turns.every((turn) => turn.text !== '' && turn.speaker !== '')).toBe(true);
      ends.read++;
    } catch (error) {
      if (!isAppError(error)) throw error;
      ends.refused++;
    }
  }
  expect(ends.read).toBeGreaterThan(200);
  expect(ends.refused).toBeGreaterThan(200);
});
