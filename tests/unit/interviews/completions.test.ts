import { expect, test } from 'vitest';
import { completions } from '../../../app/workshops/[id]/interviews/tags/completions.ts';

const KNOWN = ['Väntetid', 'Telefonkö', 'Faktura', 'Slutfaktura', 'Pris'];

test('what begins with the letters comes first, accents and capitals are forgiven', () => {
  expect(completions('fak', KNOWN, [])).toEqual(['Faktura', 'Slutfaktura']);
  expect(completions('VANT', KNOWN, [])).toEqual(['Väntetid']);
  expect(completions('xyz', KNOWN, [])).toEqual([]);
});

test('while nothing is typed the usual ones are offered, without those that are on', () => {
  expect(completions('', KNOWN, ['väntetid'])).toEqual(['Telefonkö', 'Faktura', 'Slutfaktura', 'Pris']);
  expect(
    completions(
      '',
      Array.from({ length: 30 }, (_, i) => `t${i}`),
      [],
    ),
  ).toHaveLength(7);
});
