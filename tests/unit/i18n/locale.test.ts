import { expect, test } from 'vitest';
import { isLocale, negotiateLocale } from '../../../lib/i18n/locale.ts';
import { formatter, translator } from '../../../lib/i18n/translator.ts';

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

test('a date is written the same in a sentence and by itself, as in Europe', () => {
  const date = new Date('2026-11-22T12:00:00Z');
  for (const [locale, written] of [
    ['en', '22 November 2026'],
    ['sv', '22 november 2026'],
  ] as const) {
    expect(formatter(locale).dateTime(date, { dateStyle: 'long' })).toBe(written);
    expect(translator(locale, 'review')('taken', { date })).toContain(written);
  }
});
