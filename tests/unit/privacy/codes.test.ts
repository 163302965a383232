import { expect, test } from 'vitest';
import { codesFor, flagsIn, flagsInAll, loadNames } from '../../../lib/notes/privacy/index.ts';

test('one value, one code, however it is written', () => {
  const codes = codesFor(
    [
      { kind: 'name', words: 'Anna Berg' },
      { kind: 'phone', words: '070-174 06 35' },
      { kind: 'name', words: 'ANNA' },
      { kind: 'phone', words: '+46 70 1740635' },
      { kind: 'name', words: 'Bo' },
      { kind: 'personnummer', words: '19640823-3234' },
      { kind: 'personnummer', words: '640823 3234' },
      { kind: 'email', words: 'Anna@Berg.se' },
      { kind: 'email', words: 'anna@berg.se' },
      { kind: 'card', words: '4571 9900 0000 0001' },
    ],
    { locale: 'sv' },
  );
  expect(codes).toEqual([
    '[NAMN 1]',
    '[TELEFON 1]',
    '[NAMN 1]',
    '[TELEFON 1]',
    '[NAMN 2]',
    '[PERSONNUMMER 1]',
    '[PERSONNUMMER 1]',
    '[E-POST 1]',
    '[E-POST 1]',
    '[KORT 1]',
  ]);
});

test('two of one first name are not taken for each other', () => {
  const values = ['Anna Berg', 'Anna Lind', 'Anna'].map((words) => ({ kind: 'name' as const, words }));
  expect(codesFor(values, { locale: 'en' })).toEqual(['[NAME 1]', '[NAME 2]', '[NAME 3]']);
});

test('numbers that stand in the text are not given again, in either language; who had one keeps it', () => {
  const options = {
    locale: 'en' as const,
    texts: ['Then [NAME 2] rang [NAMN 4], [PHONE 1].'],
    given: [{ kind: 'name' as const, words: 'Anna', code: '[NAME 2]' }],
  };
  const values = [
    { kind: 'name' as const, words: 'Bo' },
    { kind: 'name' as const, words: 'Anna' },
    { kind: 'phone' as const, words: '08-465 00 45' },
  ];
  expect(codesFor(values, options)).toEqual(['[NAME 5]', '[NAME 2]', '[PHONE 2]']);
});

test('a code is not flagged, and a name one turn gives away is found in the others', async () => {
  const names = await loadNames();
  expect(flagsIn('Så sa [NAMN 1] till [NAMN 2] Andersson.', { names })).toHaveLength(1);
  const turns = ['Min syster Zorka ringde.', 'Sedan var det Zorka igen, och Zorkas man.'];
  const found = flagsInAll(turns, { names }).map((flags, i) =>
    flags.map(({ start, end }) => turns[i]?.slice(start, end)),
  );
  expect(found).toEqual([['Zorka'], ['Zorka', 'Zorka']]);
});
