import { expect, test } from 'vitest';
import { isLocale, negotiateLocale } from '../../../lib/i18n/locale.ts';

test.each([
  ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
  ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
  ['de,sv;q=0.5', 'sv'],
  ['en;q=0.2, sv;q=0.7', 'sv'],
  ['sv;q=0, en', 'en'],
  ['fi, de', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
  [undefined, 'en'],
  ['SV', 'sv'],
  [';;;,q=,;q=x', 'en'],
])('Accept-Language %j means %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

test('only our languages are locales', () => {
  expect(['en', 'sv', 'SV', 'no', '', undefined].filter(isLocale)).toEqual(['en', 'sv']);
});
