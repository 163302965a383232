import { expect, test } from 'vitest';
import { findPassages } from '../../../lib/notes/marks/passages.ts';
import { parseTranscript } from '../../../lib/notes/transcript/index.ts';
import { fixture } from '../transcript/support.ts';
import { readCodedSegments } from './coded-segments.ts';

const TURNS = [
  { speaker: 'Dan', text: 'Do you look at cross-eyed plots, one way and two way?' },
  { speaker: 'Participant', text: 'Yeah. “We don’t”,  not all the time. It is a nonlinear thing.' },
  { speaker: 'Dan', text: 'Okay.' },
  { speaker: 'Participant', text: 'And then we plot them.' },
];
const found = (words: string) =>
  findPassages(TURNS, words).map(({ turn, start, end }) => [turn, TURNS[turn]?.text.slice(start, end)]);

test('words across wrapped lines, double blanks, hyphens at a line’s end and other quotation marks', () => {
  expect(found('look at cross-\neyed plots')).toEqual([[0, 'look at cross-eyed plots,']]);
  expect(found('"we don\'t", not all\n   the  time')).toEqual([[1, 'We don’t”,  not all the time.']]);
});

test('a passage over several turns is one in each, without the speakers’ names', () => {
  expect(found('a nonlinear thing.\n\nDan: Okay.\nParticipant: And then')).toEqual([
    [1, 'a nonlinear thing.'],
    [2, 'Okay.'],
    [3, 'And then'],
  ]);
});

test('a corrected slip is forgiven, other words are not', () => {
  expect(found('Yeah. We don’t, not all the time. It is a linear thing.')).toEqual([
    [1, 'Yeah. “We don’t”,  not all the time. It is a nonlinear thing.'],
  ]);
  expect(found('something nobody ever said here')).toEqual([]);
  expect(found(' … ')).toEqual([]);
});

test('every coded segment of P1 … P5 is found again in its transcript', () => {
  const file = fixture('interviews-pdpilot-en/coded-segments.txt');
  const segments = readCodedSegments(new TextDecoder().decode(file));
  const missing: string[] = [];
  const counts: Record<string, number> = {};
  let passages = 0;
  for (const name of ['P1', 'P2', 'P3', 'P4', 'P5']) {
    const turns = parseTranscript(fixture(`interviews-pdpilot-en/${name}.txt`), `${name}.txt`);
    const own = segments.filter(({ document }) => document === name);
    counts[name] = own.length;
    for (const { words } of own) {
      const found = findPassages(turns, words);
      passages += found.length;
      if (found.length === 0) missing.push(`${name}: ${words}`);
    }
  }
  expect(missing).toEqual([]);
  // The list has 261 rows; those of P6 and P7 are held out.
  expect({ all: segments.length, counts, passages }).toMatchInlineSnapshot(`
    {
      "all": 261,
      "counts": {
        "P1": 34,
        "P2": 43,
        "P3": 32,
        "P4": 41,
        "P5": 32,
      },
      "passages": 566,
    }
  `);
}, 30_000);
