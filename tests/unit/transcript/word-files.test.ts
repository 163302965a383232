import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isAppError } from '../../../lib/errors.ts';
import { guessCast, readFile, speakersOf } from '../../../lib/notes/transcript/index.ts';
import { documentXml, docx, paragraph, table } from './word.ts';

const read = (bytes: Uint8Array) => readFile(bytes, 'talk.docx');
const spoken = async (bytes: Uint8Array) =>
  (await read(bytes)).turns.map(({ speaker, atMs, text }) => [speaker, atMs, text]);
async function refused(bytes: Uint8Array) {
  try {
    await read(bytes);
  } catch (error) {
    if (isAppError(error)) return { code: error.code, ...error.params };
    throw error;
  }
  return { code: 'accepted' };
}

const TALK = [
  ['Eva Strand', 3_000, 'Hur upptäckte du fakturan?'],
  ['Bo Ek', 71_000, 'Den kom bara. Två veckor senare.'],
] as const;

test('Teams: who speaks and when on a line of their own, what the program says of itself aside', async () => {
  const bytes = docx(
    [
      paragraph('Samtal-20261110_090000-Mötesinspelning|'),
      paragraph('10 november 2026, 09:00'),
      paragraph('33 min 10 s'),
      paragraph('Eva Strand startade transkribering'),
      paragraph('Eva Strand|   0:03\nHur upptäckte du fakturan?'),
      paragraph('Bo Ek|   1:11\nDen kom bara.\nTvå veckor senare.'),
      paragraph('Eva Strand stoppade transkribering'),
    ].join(''),
  );
  expect(await spoken(bytes)).toEqual(TALK);
  const { skipped, turns } = await read(bytes);
  expect(skipped).toHaveLength(5);
  expect(guessCast(speakersOf(turns))).toEqual({ 'Eva Strand': 'interviewer', 'Bo Ek': 'interviewee' });
});

test('Teams, as it was before: times as in subtitles', async () => {
  const cue = (from: string, to: string, who: string, words: string) =>
    paragraph(`${from} --> ${to}\n${who}\n${words}`);
  const bytes = docx(
    [
      cue('0:0:3.0', '0:0:5.0', 'x', 'y')
        .replace('0:0:3.0', '00:00:03.000')
        .replace('0:0:5.0', '00:00:05.000')
        .replace('>x<', '>Eva Strand<')
        .replace('>y<', '>Hur upptäckte du fakturan?<'),
      cue('00:01:11.000', '00:01:12.000', 'Bo Ek', 'Den kom bara.'),
      cue('00:01:12.500', '00:01:14.000', 'Bo Ek', 'Två veckor senare.'),
      cue('00:01:15.000', '00:01:16.000', 'Eva Strand', 'Och då?'),
    ].join(''),
  );
  expect(await spoken(bytes)).toEqual([
    TALK[0],
    ['Bo Ek', 71_000, 'Den kom bara.'],
    ['Bo Ek', 72_500, 'Två veckor senare.'],
    ['Eva Strand', 75_000, 'Och då?'],
  ]);
});

test('Meet: names before a colon, the time on a line of its own, a notice at the end', async () => {
  const bytes = docx(
    [
      paragraph('Interview with Bo - Transcript'),
      paragraph('Attendees'),
      paragraph('Eva Strand, Bo Ek'),
      paragraph('Transcript'),
      paragraph('00:00:00'),
      paragraph('Eva Strand:| How did you find out?'),
      paragraph('Bo Ek:| It just turned up. [inaudible]'),
      paragraph('00:05:00'),
      paragraph('Eva Strand:| And then?'),
      paragraph('Bo Ek:| Nothing [REDACTED].'),
      paragraph('Transcription ended after 00:06:12'),
      paragraph(
        'This editable transcript was computer generated and might contain errors. People can also change the text after it was created.',
      ),
    ].join(''),
  );
  expect(await spoken(bytes)).toEqual([
    ['Eva Strand', 0, 'How did you find out?'],
    ['Bo Ek', null, 'It just turned up. [inaudible]'],
    ['Eva Strand', 300_000, 'And then?'],
    ['Bo Ek', null, 'Nothing [REDACTED].'],
  ]);
});

test('a table with names over its columns, and one without', async () => {
  const named = docx(
    table([
      ['Tid', 'Talare', 'Text'],
      ['0:03', 'Eva', 'Hur gick det?'],
      ['0:09', 'Bo', 'Sådär.'],
    ]),
  );
  expect(await spoken(named)).toEqual([
    ['Eva', 3_000, 'Hur gick det?'],
    ['Bo', 9_000, 'Sådär.'],
  ]);
  const bare = docx(
    table([
      ['Eva', 'Hur gick det?'],
      ['Bo', 'Sådär.'],
    ]),
  );
  expect(await spoken(bare)).toEqual([
    ['Eva', null, 'Hur gick det?'],
    ['Bo', null, 'Sådär.'],
  ]);
});

test('struck-out words are not read, what replaced them is', async () => {
  const body = `<w:p><w:r><w:t>Bo: Det var </w:t></w:r><w:del><w:r><w:delText>dyrt</w:delText></w:r></w:del><w:ins><w:r><w:t>billigt.</w:t></w:r></w:ins></w:p>`;
  expect(await spoken(docx(body))).toEqual([['Bo', null, 'Det var billigt.']]);
});

test('a file written as a stream, without the sizes in front', async () => {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => void pieces.push(piece));
  for (const [name, text] of [
    ['a.xml', '<a/>'],
    ['word/document.xml', documentXml(paragraph('Bo: Hej hej.'))],
  ] as const) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  expect(await spoken(new Uint8Array(Buffer.concat(pieces)))).toEqual([['Bo', null, 'Hej hej.']]);
});

test('eight hundred turns and five thousand; one more is refused', async () => {
  const talk = (n: number) =>
    docx(
      Array.from({ length: n }, (_, i) =>
        paragraph(
          `${i % 2 ? 'Bo Ek' : 'Eva Strand'}|   ${Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}\nOrd nummer ${i}.`,
        ),
      ).join(''),
    );
  expect(await spoken(talk(800))).toHaveLength(800);
  expect(await spoken(talk(5_000))).toHaveLength(5_000);
  expect(await refused(talk(5_001))).toEqual({ code: 'transcriptTooLong', turns: 5_001, max: 5_000 });
}, 30_000);

test('a bomb by what it says, and one that lies about it', async () => {
  const zeros = new Uint8Array(26 * 1024 * 1024).fill(32);
  const honest = zipSync({ 'word/document.xml': zeros });
  expect(honest.length).toBeLessThan(100_000);
  expect(await refused(honest)).toEqual({ code: 'fileUnsafe' });
  const lying = honest.slice();
  // The unpacked size in the file's own header: 22 bytes in.
  new DataView(lying.buffer).setUint32(22, 1_000, true);
  expect(await refused(lying)).toEqual({ code: 'fileUnsafe' });
}, 30_000);

test('thousands of files in one', async () => {
  const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`a${i}`, new Uint8Array(1)]));
  expect(await refused(docx(paragraph('Bo: hej'), many))).toEqual({ code: 'fileUnsafe' });
});

test.each([
  [
    'another sort of archive',
    zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
    { code: 'fileBinary', kind: 'zip' },
  ],
  [
    'XML that breaks off',
    zipSync({ 'word/document.xml': strToU8('<w:document><w:body><w:p>') }),
    { code: 'docxBroken' },
  ],
  [
    'XML with a definition of its own',
    zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
    { code: 'docxBroken' },
  ],
  ['half a file', docx(paragraph('Bo: hej')).slice(0, 260), { code: 'docxBroken' }],
  ['nothing said', docx(paragraph('')), { code: 'fileEmpty' }],
  ['nobody named', docx(paragraph('Bara en text utan talare.')), { code: 'transcriptNoTurns' }],
  [
    'more than twenty megabytes',
    Uint8Array.from({ length: 21 * 1024 * 1024 }, (_, i) => [0x50, 0x4b][i] ?? 0),
    { code: 'fileTooLarge', size: 21, max: 20 },
  ],
])('%s', async (_, bytes, expected) => {
  expect(await refused(bytes)).toEqual(expected);
});
