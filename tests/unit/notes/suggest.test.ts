import { describe, expect, test } from 'vitest';
import { suggestEmotion } from '../../../lib/notes/suggest/index.ts';

const CASES: [locale: string, words: string, valence: number | null, because: string[]][] = [
  ['en', 'I was angry about the invoice', -1, ['angry']],
  ['en', 'I was extremely angry about the invoice', -2, ['angry']],
  ['en', 'It was a terrible, horrible week and I felt cheated', -2, ['terrible', 'horrible', 'cheated']],
  ['en', 'I was happy with the answer, it was excellent', 2, ['happy', 'excellent']],
  ['en', 'I was not happy about it', -1, ['not happy']],
  ['en', 'They came on a Tuesday and read the meter', null, []],
  ['en', 'Yes, okay, I wanted help', null, []],
  ['sv', 'Jag blev arg på fakturan', -1, ['arg']],
  ['sv', 'Det var hemskt och jag kände mig lurad', -2, ['hemskt', 'lurad']],
  ['sv', 'Jag är jätteglad och nöjd med svaret', 2, ['jätteglad', 'nöjd']],
  ['sv', 'Jag var inte nöjd', -1, ['inte nöjd']],
  ['sv', 'Sedan ringde de på tisdagen', null, []],
  ['sv', 'Ja, okej, jag ville ha hjälp', null, []],
];

describe('a feeling is suggested from the words, and the words are named', () => {
  test.each(CASES)('%s: %s', async (locale, words, valence, because) => {
    const found = await suggestEmotion(words, locale);
    expect(found?.valence ?? null).toBe(valence);
    expect(found?.because ?? []).toEqual(because);
  });
});

test('where bad and good weigh about the same, nothing is suggested', async () => {
  expect(await suggestEmotion('I was happy and then I was angry', 'en')).toBeNull();
});

test('an interview in the other language is read with its own list', async () => {
  // "slut" is Swedish for "end", and among the worst words of the English list.
  expect(await suggestEmotion('Och till slut var det slut', 'en')).toBeNull();
  expect((await suggestEmotion('And then I was so disappointed with it', 'sv'))?.because).toEqual([
    'disappointed',
  ]);
});

test('an emoji is a word too, and an unknown language gets no suggestion', async () => {
  expect((await suggestEmotion('😡😡 igen', 'sv'))?.valence).toBeLessThan(0);
  expect(await suggestEmotion('Ich war sehr wütend', 'de')).toBeNull();
});
