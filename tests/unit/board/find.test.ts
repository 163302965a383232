import { expect, test } from 'vitest';
import { fold, placesOf } from '../../../lib/board/find/fold.ts';
import { queryOf, RANK, rank, sought } from '../../../lib/board/find/rank.ts';

const ranked = (typed: string, texts: readonly string[], loose = false) =>
  texts
    .map((text) => ({ text, rank: rank(sought(text), queryOf(typed), loose) }))
    .filter((r): r is { text: string; rank: number } => r.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map((r) => r.text);

test.each([
  ['Första gången', 'forsta gangen'],
  ['Łódź straße Ærø', 'lodz strasse aero'],
  ['e\u0301te\u0301', 'ete'],
  ['“Don’t”', '"don\'t"'],
  ['👩‍👩‍👧 ja', '👩‍👩‍👧 ja'],
])('%s is found by %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('the whole text precedes its beginning, that a word’s beginning, that the inside of a word', () => {
  const texts = ['Telefaktura', 'En faktura kom', 'Fakturan', 'Faktura', 'Mejl'];
  expect(ranked('faktura', texts)).toEqual(['Faktura', 'Fakturan', 'En faktura kom', 'Telefaktura']);
});

test('å, ä and ö are letters: what was typed with them comes first, without them both are found', () => {
  expect(ranked('för', ['For sale', 'För dyrt'])).toEqual(['För dyrt', 'For sale']);
  expect(ranked('forsta', ['Den första', 'Forsta'])).toEqual(['Forsta', 'Den första']);
  expect(ranked('forsta', ['Den första'])).toHaveLength(1);
});

test('several words are found apart and in any order', () => {
  expect(ranked('answers nobody', ['Nobody ever answers', 'Somebody answers'])).toEqual([
    'Nobody ever answers',
  ]);
});

test('letters left out are forgiven in short names only', () => {
  expect(ranked('sgncontr', ['Signs the contract'], true)).toEqual(['Signs the contract']);
  expect(ranked('sgncontr', ['Signs the contract'])).toEqual([]);
  expect(ranked('contrsgn', ['Signs the contract'], true)).toEqual([]);
});

test('an empty query is answered by everything', () => {
  expect(rank(sought('x'), queryOf('  '))).toBe(RANK.exact);
});

test('what is marked are the original’s own letters', () => {
  const marked = (text: string, typed: string) =>
    placesOf(text, queryOf(typed).words).map(([a, b]) => text.slice(a, b));
  expect(marked('Den första straßen', 'forsta strass')).toEqual(['första', 'straß']);
  expect(marked('Telefaktura, faktura', 'faktura')).toEqual(['faktura']);
  expect(placesOf('Telefaktura, faktura', ['faktura'])).toEqual([[13, 20]]);
  expect(marked('🙂 bra', 'bra')).toEqual(['bra']);
  expect(marked('abc', 'ab bc')).toEqual(['abc']);
});
