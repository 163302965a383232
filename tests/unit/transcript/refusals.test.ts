import { expect, test } from 'vitest';
import { readFile } from '../../../lib/notes/transcript/index.ts';
import { bytesOf, refusal } from './support.ts';

const vtt = (...lines: string[]) => bytesOf(['WEBVTT', '', ...lines].join('\n'));
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
]);

test('nothing, or only blanks', () => {
  expect(refusal(new Uint8Array())).toEqual({ code: 'fileEmpty' });
  expect(refusal(bytesOf(' \n\t\n'))).toEqual({ code: 'fileEmpty' });
  expect(refusal(bytesOf('\ufeff\n'))).toEqual({ code: 'fileEmpty' });
});

test('five megabytes are refused by size, before anything is read', () => {
  expect(refusal(bytesOf('Anna: hej\n').length ? new Uint8Array(5 * 1024 * 1024) : new Uint8Array())).toEqual(
    {
      code: 'fileTooLarge',
      size: 5,
      max: 2,
    },
  );
});

test.each([
  ['a PNG', PNG, 'picture'],
  ['a PDF', bytesOf('%PDF-1.7\nAnna: hej'), 'pdf'],
  ['an MP3', bytesOf('ID3\u0004'), 'sound'],
  ['an MP4', Uint8Array.from([0, 0, 0, 32, ...bytesOf('ftypM4A ')]), 'sound'],
  ['a WebP', bytesOf('RIFF0000WEBPVP8 '), 'picture'],
  ['a HEIC', Uint8Array.from([0, 0, 0, 32, ...bytesOf('ftypheic')]), 'picture'],
  ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'word'],
  ['a gzip', Uint8Array.from([0x1f, 0x8b, 8]), 'zip'],
  ['text with control characters', Uint8Array.from([...bytesOf('Anna: hej'), 1, 2, 3]), 'other'],
])('%s is no text', (_, bytes, kind) => {
  expect(refusal(bytes)).toEqual({ code: 'fileBinary', kind });
});

test('eight bits that fit no encoding people write in', () => {
  const odd = Uint8Array.from([...bytesOf('Kund: F'), 0xf0, 0xfe, 0xdd, 0xb6, ...bytesOf(' gick.\n')]);
  expect(refusal(odd)).toEqual({ code: 'fileEncoding' });
});

test.each([
  ['a time of seventy seconds', '1\n00:00:70,000 --> 00:00:72,000\nAnna: hej\n', 2],
  ['a time without its end', '1\n00:00:01,000 -->\nAnna: hej\n', 2],
  ['an end before its beginning', '1\n00:00:05,000 --> 00:00:02,000\nAnna: hej\n', 2],
])('subtitles with %s', (_, text, line) => {
  expect(refusal(bytesOf(text), 'talk.srt')).toEqual({ code: 'cuesMalformed', line });
});

test('text in which nobody is named', () => {
  const story = 'I went to the shop and it was closed.\nThen I went home: it rained.\n';
  expect(refusal(bytesOf(story))).toEqual({ code: 'transcriptNoTurns' });
  expect(refusal(vtt('00:01.000 --> 00:02.000', 'music'))).toEqual({ code: 'transcriptNoTurns' });
});

test('more turns than an interview has', () => {
  expect(refusal(bytesOf('A: b\n'.repeat(5_001)))).toEqual({
    code: 'transcriptTooLong',
    turns: 5_001,
    max: 5_000,
  });
});

const spoken = ['00:00:01.000 --> 00:00:02.000', '<v Anna>Hej</v>', ''];
test.each([
  ['no signature', bytesOf('1\n00:01.000 --> 00:02.000\n<v Anna>Hej'), 1, 'signature'],
  ['a signature run into a word', bytesOf('WEBVTTX\n\n'), 1, 'signature'],
  ['a block without a time', vtt('1', '<v Anna>Hej</v>'), 4, 'untimed'],
  ['a comma instead of a point', vtt('00:00:01,000 --> 00:00:02,000', '<v Anna>Hej'), 3, 'timestamp'],
  ['seventy seconds', vtt(...spoken, '00:00:70.000 --> 00:00:72.000', '<v Anna>Hej'), 6, 'timestamp'],
  ['a missing end', vtt('00:00:01.000 -->', '<v Anna>Hej'), 3, 'timestamp'],
  ['an end before its beginning', vtt('00:00:05.000 --> 00:00:02.000', '<v Anna>Hej'), 3, 'order'],
  ['a missing blank line', vtt(...spoken.slice(0, 2), ...spoken), 5, 'blankLine'],
  ['a tag never closed', vtt('00:01.000 --> 00:02.000', '<v Anna Hej'), 4, 'tag'],
])('WebVTT with %s', (_, bytes, line, reason) => {
  expect(refusal(bytes, 'talk.vtt')).toEqual({ code: 'vttMalformed', line, reason });
});

test.each([
  ['a million brackets', 'a.md', '['.repeat(1_900_000)],
  ['a million stars', 'a.md', '**a'.repeat(600_000)],
  ['one line of two megabytes', 'a.txt', 'a '.repeat(1_000_000)],
  ['a table of nothing but quotation marks', 'a.csv', `speaker,text\n${'"'.repeat(1_900_000)}`],
])(
  '%s is refused, not pondered',
  async (_, name, text) => {
    await expect(readFile(bytesOf(text), name)).rejects.toMatchObject({ code: 'transcriptNoTurns' });
  },
  30_000,
);
