import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { editsBetween } from '../../../lib/journey/merge/diff.ts';
import { applyEdits, editsOnto } from '../../../lib/journey/merge/text.ts';

function applied(text: string, edits: ReturnType<typeof editsOnto>): string {
  const doc = new Y.Doc();
  doc.getText().insert(0, text);
  doc.transact(() => applyEdits(doc.getText(), edits));
  // Over the wire: half an emoji would come out as something else.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy.getText().toString();
}
const merged = (old: string, mine: string, theirs: string) => applied(theirs, editsOnto(old, mine, theirs));

// The random ones take a few seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const unit = fc.constantFrom('tre', 'veckor', 'a', 'b', ' ', '  ', '.', '😀', '😁', '👩‍👧', 'å');
const any = fc.string({ unit, maxLength: 14 });

test('the edits between two texts lead from the one to the other (2,000 pairs, seed 42)', () => {
  fc.assert(
    fc.property(any, any, (before, after) => {
      expect(applied(before, [...editsBetween(before, after)].reverse())).toBe(after);
    }),
    { seed: 42, numRuns: 2_000 },
  );
});

test('with one side unchanged, the other side is the result (800 triples, seed 43)', () => {
  fc.assert(
    fc.property(any, any, (old, other) => {
      expect(merged(old, other, old)).toBe(other);
      expect(merged(old, old, other)).toBe(other);
      expect(merged(old, other, other)).toBe(other);
    }),
    { seed: 43, numRuns: 800 },
  );
});

test('every character either side typed is there, and none that somebody deleted comes back (1,000, seed 44)', () => {
  const part = fc.array(fc.constantFrom<string>('one', 'two', 'three', 'four', 'five'), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(part, fc.nat(), fc.nat(), (words, a, b) => {
      const old = words.join(' ');
      const mine = words.toSpliced(a % words.length, 1, 'MINE').join(' ');
      const theirs = words.toSpliced(b % words.length, 0, 'THEIRS').join(' ');
      const result = merged(old, mine, theirs);
      expect(result).toContain('MINE');
      expect(result).toContain('THEIRS');
      expect(result.replace('THEIRS ', '')).toBe(mine);
    }),
    { seed: 44, numRuns: 1_000 },
  );
});

describe('reads as a person would want it', () => {
  test.each([
    [
      'two places',
      'I waited three weeks',
      'I waited four weeks',
      'I waited three weeks, at least',
      'I waited four weeks, at least',
    ],
    ['one word, two ends', 'The colour', 'The colours', 'The Colour', 'The Colours'],
    ['the same correction on both sides', 'I recieved it', 'I received it', 'I received it', 'I received it'],
    [
      'the same correction and something else',
      'I recieved it',
      'I received it today',
      'I received it',
      'I received it today',
    ],
    ['emptied by them', 'Why?', 'Why so much?', '', ' so much'],
    ['emptied by me', 'Why?', '', 'Why so much?', ' so much'],
  ])('%s', (_name, old, mine, theirs, expected) => {
    expect(merged(old, mine, theirs)).toBe(expected);
  });

  test('two sentences in place of one stand one after the other, not woven together', () => {
    const result = merged('Nobody answered', 'They never called', 'I had to write twice');
    expect(result).toContain('They never called');
    expect(result).toContain('I had to write twice');
  });
});

test('a long text of nothing but signs is merged within reason', () => {
  const old = '.'.repeat(2_000);
  expect(merged(old, `${old}!`, `?${old}`)).toBe(`?${old}!`);
  const mixed = Array.from({ length: 1_000 }, (_, i) => (i % 2 ? '.' : ',')).join('');
  expect(merged(mixed, [...mixed].reverse().join(''), mixed)).toBe([...mixed].reverse().join(''));
});
