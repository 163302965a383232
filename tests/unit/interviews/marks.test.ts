import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelsOf } from '../../../lib/notes/marks/levels.ts';
import { segmentsOf } from '../../../lib/notes/marks/segments.ts';
import { spansOf, stepSpan, stretch, trimmed, wholeWords } from '../../../lib/notes/marks/spans.ts';

const SEED = 20_261_122;

test('overlapping marks cut the text, and every stretch knows its marks', () => {
  const marks = [
    { id: 'a', start: 0, end: 6 },
    { id: 'b', start: 4, end: 10 },
  ];
  expect(segmentsOf('abcdefghijkl', marks).map((s) => [s.text, s.marks.map((m) => m.id).join('')])).toEqual([
    ['abcd', 'a'],
    ['ef', 'ab'],
    ['ghij', 'b'],
    ['kl', ''],
  ]);
});

test(`segments always spell the text, and each mark covers exactly its own (seed ${SEED})`, () => {
  const cases = fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.array(fc.record({ start: fc.nat(text.length), end: fc.nat(text.length) }), { maxLength: 6 }),
      ),
    );
  fc.assert(
    fc.property(cases, ([text, marks]) => {
      const segments = segmentsOf(text, marks);
      expect(segments.map((s) => s.text).join('')).toBe(text);
      for (const mark of marks.filter((m) => m.start < m.end)) {
        const covered = segments.filter((s) => s.marks.includes(mark)).map((s) => s.text);
        expect(covered.join('')).toBe(text.slice(mark.start, mark.end));
      }
    }),
    { seed: SEED, numRuns: 300 },
  );
});

const TEXT = 'Den bara dök upp.  Jag hade ju sagt upp! Ingen ringde.';
const words = (span: { start: number; end: number } | null) => span && TEXT.slice(span.start, span.end);

test('stepping and stretching by sentence, staying at the ends', () => {
  const spans = spansOf(TEXT, 'sentence', 'sv');
  const first = stepSpan(spans, null, 1);
  expect(words(first)).toBe('Den bara dök upp.');
  if (!first) throw new Error('no sentence');
  const second = stepSpan(spans, first, 1);
  expect(words(second)).toBe('Jag hade ju sagt upp!');
  expect(words(stepSpan(spans, second, -1))).toBe('Den bara dök upp.');
  expect(words(stepSpan(spans, first, -1))).toBe('Den bara dök upp.');
  const two = stretch(spans, first, 1);
  expect(words(two)).toBe('Den bara dök upp.  Jag hade ju sagt upp!');
  expect(words(stretch(spans, two, -1))).toBe('Den bara dök upp.');
  expect(words(stretch(spans, first, -1))).toBe('Den bara dök upp.');
  expect(words(stretch(spansOf(TEXT, 'word', 'sv'), first, 1))).toBe('Den bara dök upp.  Jag');
});

test('a selection is widened to whole words and loses its outer blanks', () => {
  const half = { start: TEXT.indexOf('ara'), end: TEXT.indexOf('ök') };
  expect(words(wholeWords(TEXT, half))).toBe('bara dök');
  expect(words(wholeWords(TEXT, { start: 0, end: 3 }))).toBe('Den');
  expect(words(trimmed(TEXT, { start: 17, end: 22 }))).toBe('Jag');
  expect(trimmed(TEXT, { start: 17, end: 19 })).toBeNull();
  // Letters beyond the basic plane are words too.
  expect(wholeWords('𐐷𐐷𐐷 x', { start: 2, end: 4 })).toEqual({ start: 0, end: 6 });
});

test(`overlapping marks never share a line, and no more lines are used than marks meet (seed ${SEED})`, () => {
  const span = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (marks) => {
      const levels = levelsOf(marks);
      let most = 0;
      for (let at = 0; at < 60; at++) {
        const here = levels.filter((_, i) => {
          const mark = marks[i];
          return mark && mark.start <= at && at < mark.end;
        });
        expect(new Set(here).size).toBe(here.length);
        most = Math.max(most, here.length);
      }
      expect(Math.max(0, ...levels.map((level) => level + 1))).toBe(most);
    }),
    { seed: SEED, numRuns: 300 },
  );
});
