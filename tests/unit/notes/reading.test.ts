import { describe, expect, it } from 'vitest';
import { FACES } from '../../../lib/notes/marks/emotions.ts';
import { readLine } from '../../../lib/notes/reading.ts';

describe('what a line of the notes is', () => {
  it.each(['"', '“', '”', '„', '»', '«'])('is a quote begun with %s', (sign) => {
    expect(readLine(`${sign}I gave up`)).toEqual({ kind: 'quote', words: 'I gave up' });
    expect(readLine(`${sign} I gave up `)).toEqual({ kind: 'quote', words: 'I gave up' });
  });

  it('is a quote without the sign it ends with', () => {
    expect(readLine('"I gave up"')).toEqual({ kind: 'quote', words: 'I gave up' });
    expect(readLine('”Jag gav upp.”')).toEqual({ kind: 'quote', words: 'Jag gav upp.' });
    expect(readLine('»Jag gav upp»')).toEqual({ kind: 'quote', words: 'Jag gav upp' });
    expect(readLine('"I gave up" she said')).toEqual({ kind: 'quote', words: 'I gave up" she said' });
  });

  it.each([
    ['!queue', 1],
    ['! queue', 1],
    ['!!queue', 2],
    ['!!! queue', 3],
    ['!!!!! queue', 3],
  ])('is a friction, as grave as it has signs: %s', (text, severity) => {
    expect(readLine(text)).toEqual({ kind: 'friction', words: 'queue', severity });
  });

  it.each([
    [':(', '🙁', -1],
    [':-(', '🙁', -1],
    [":'(", '😢', -2],
    [':((', '😢', -2],
    ['>:(', '😡', -2],
    [':/', '😕', -1],
    [':|', '😐', 0],
    [':)', '🙂', 1],
    [':-)', '🙂', 1],
    [';)', '😉', 1],
    [':D', '😄', 2],
    ['<3', '❤️', 2],
    ['😡', '😡', -2],
    ['😟', '😟', -1],
    ['😍', '😍', 2],
    ['👍🏽', '👍🏽', 1],
    ['🤦🏽‍♀️', '🤦🏽‍♀️', -1],
    ['❤️', '❤️', 2],
    ['☹️', '☹️', -1],
  ])('is an emotion, with what %s is worth', (sign, emoji, valence) => {
    expect(readLine(`${sign} on the phone`)).toEqual({
      kind: 'emotion',
      words: 'on the phone',
      emoji,
      valence,
    });
    expect(readLine(sign)).toEqual({ kind: 'emotion', words: '', emoji, valence });
  });

  it('gives the faces one marks with afterwards the same worth', () => {
    for (const { valence, emoji } of FACES)
      for (const one of emoji) expect(readLine(one)).toMatchObject({ emoji: one, valence });
  });

  it('keeps an emoji nobody knows a feeling by, at 0', () => {
    expect(readLine('🦥 waiting')).toEqual({ kind: 'emotion', words: 'waiting', emoji: '🦥', valence: 0 });
    expect(readLine('👨‍👩‍👧‍👦 at home')).toMatchObject({ emoji: '👨‍👩‍👧‍👦', words: 'at home' });
  });

  it('is something to ask again, or a touchpoint', () => {
    expect(readLine('? which bank')).toEqual({ kind: 'again', words: 'which bank' });
    expect(readLine('#inv')).toEqual({ kind: 'touchpoint', words: 'inv' });
  });

  it.each([
    ['"', 'quote'],
    ['!', 'friction'],
    ['?', 'again'],
    ['#', 'touchpoint'],
  ])('has no words while there is only the sign %s', (text, kind) => {
    expect(readLine(text)).toMatchObject({ kind, words: '' });
  });

  it.each([
    'He paid',
    '',
    '3 weeks',
    '- a list',
    ':Dagen efter',
    '://example',
    '<30 minutes',
    '© 2026',
    '5 of 10',
  ])('is what was said where no sign begins it: %s', (text) => {
    expect(readLine(text)).toEqual({ kind: 'said', words: text });
  });

  it('takes a sign for a letter behind a backslash or a space', () => {
    expect(readLine('\\!important')).toEqual({ kind: 'said', words: '!important' });
    expect(readLine(' !important')).toEqual({ kind: 'said', words: '!important' });
    expect(readLine('\\:) he typed')).toEqual({ kind: 'said', words: ':) he typed' });
    expect(readLine('\\home\\dir')).toEqual({ kind: 'said', words: '\\home\\dir' });
  });
});
