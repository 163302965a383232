import { expect, test } from 'vitest';
import { readTranscript } from '../../../lib/notes/transcript/index.ts';

const TEXT =
  'Kund: Fakturan gick inte att förstå, så jag ringde på måndagen.\nIntervjuare: Åh. Vad hände då?\n';
const EXPECTED = ['Fakturan gick inte att förstå, så jag ringde på måndagen.', 'Åh. Vad hände då?'];

/** MacRoman has the Swedish letters elsewhere. */
const MAC: Record<string, number> = { å: 0x8c, ä: 0x8a, ö: 0x9a, Å: 0x81, é: 0x8e, '’': 0xd5 };
const mac = (text: string) => Uint8Array.from([...text], (sign) => MAC[sign] ?? sign.charCodeAt(0));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

test.each([
  ['UTF-8', new Uint8Array(Buffer.from(TEXT)), undefined],
  ['UTF-8 with its mark', new Uint8Array(Buffer.from(`\ufeff${TEXT}`)), undefined],
  ['Windows-1252', new Uint8Array(Buffer.from(TEXT, 'latin1')), 'windows-1252'],
  ['MacRoman', mac(TEXT), 'macintosh'],
  ['UTF-16 with its mark', new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le')), 'utf-16'],
  ['UTF-16 without its mark', new Uint8Array(Buffer.from(TEXT, 'utf16le')), 'utf-16'],
  ['UTF-16, the other way round', swapped(`\ufeff${TEXT}`), 'utf-16'],
  ['the same without its mark', swapped(TEXT), 'utf-16'],
])('%s is read rightly, and what was guessed is said', (_, bytes, encoding) => {
  const read = readTranscript(bytes, 'talk.txt');
  expect(read.turns.map((turn) => turn.text)).toEqual(EXPECTED);
  expect(read.encoding).toBe(encoding);
});

test('English with curly quotation marks, in Windows-1252 and in MacRoman', () => {
  const windows = Uint8Array.from([
    ...Buffer.from('Customer: They said '),
    0x93,
    ...Buffer.from('wait'),
    0x94,
    0x2e,
  ]);
  expect(readTranscript(windows).turns[0]?.text).toBe('They said “wait”.');
  const apple = mac('Customer: I didn’t, and she didn’t either.');
  expect(readTranscript(apple).turns[0]?.text).toBe('I didn’t, and she didn’t either.');
});
