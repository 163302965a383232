import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvOf, defused } from '../../../lib/export/csv/cells.ts';

const FORMULAS = [
  '=1+1',
  '+46 70',
  '-2 dagar',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =cmd',
  '＝1',
  '＋1',
  '－1',
  '＠x',
];

it.each(FORMULAS)('a cell of %j is text to a spreadsheet', (text) => {
  expect(defused(text)).toBe(`'${text}`);
});

it('leaves words alone, and numbers numbers', () => {
  expect(defused('Ring – och fråga = bra')).toBe('Ring – och fråga = bra');
  expect(csvOf(['Känsla'], [[-2]])).toBe('\ufeffKänsla\r\n-2');
});

it('defuses heads as well, and keeps what the format itself uses', () => {
  const text = csvOf(
    ['=a', 'b'],
    [
      ['säg "hej", sa hon', 'två\nrader'],
      [null, '-'],
    ],
  );
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(Papa.parse(text.slice(1)).data).toEqual([
    ["'=a", 'b'],
    ['säg "hej", sa hon', 'två\nrader'],
    ['', "'-"],
  ]);
});
