import { describe, expect, it } from 'vitest';
import { faceOf, fontFile } from '../../../lib/export/fonts/files.ts';
import { textRuns, UNKNOWN, unknownIn } from '../../../lib/export/fonts/runs.ts';
import { printable } from '../../../lib/export/printable.ts';

describe('which font sets what', () => {
  it.each(['Åäö ÅÄÖ é ü', '“Citat” ”citat” ’s', '−2 → +1 · 12:04 …', 'Привет, κόσμε', 'a\u00a0b 50\u202f%'])(
    'sets %j in Inter as it is, but for the width of blanks',
    (text) => {
      expect(textRuns(text)).toEqual([
        { text: text.replace(/\s/g, (s) => (s === '\u202f' ? ' ' : s)), emoji: false },
      ]);
      expect(unknownIn(text)).toBe(0);
    },
  );

  it.each(['😡', '❤️', '☹', '👍🏽', '👩‍👩‍👧', '🇸🇪', '😶‍🌫️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])(
    'sets %s whole in the emoji’s font',
    (emoji) => {
      expect(textRuns(`så ${emoji} här`)).toEqual([
        { text: 'så ', emoji: false },
        { text: emoji, emoji: true },
        { text: ' här', emoji: false },
      ]);
    },
  );

  it('shows that something is missing where no font has it, and counts it', () => {
    expect(textRuns('Tack! شكرا')).toEqual([{ text: `Tack! ${UNKNOWN.repeat(4)}`, emoji: false }]);
    expect(unknownIn(`${UNKNOWN} שלום 谢谢`)).toBe(6);
    expect(textRuns('谢谢', { keepUnknown: true })).toEqual([{ text: '谢谢', emoji: false }]);
  });

  it('leaves out what is not seen: soft hyphens, marks of direction, joiners that join nothing', () => {
    expect(textRuns('el\u00adräkning\u200b')).toEqual([{ text: 'elräkning', emoji: false }]);
  });
});

it('takes the nearest weight there is a file for', () => {
  expect([100, 400, 450, 560, 620, 650, 900].map(faceOf)).toEqual([
    ...['Inter-400', 'Inter-400', 'Inter-400', 'Inter-600', 'Inter-600', 'Inter-600', 'Inter-700'],
  ]);
  for (const face of ['Inter-400', 'Emoji'] as const) expect(fontFile(face).readUInt32BE(0)).toBe(0x00010000);
});

it('makes texts printable and touches nothing else', () => {
  const at = new Date(0);
  expect(
    printable({ text: 'a\u0000b\u0007\n\tc\u202e\ud800', list: ['\u001b[31m'], n: 1, at, none: null }),
  ).toEqual({
    ...{ text: 'ab\n\tc\ufffd', list: ['[31m'], n: 1, at, none: null },
  });
});
