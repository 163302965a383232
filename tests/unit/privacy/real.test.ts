import { expect, test } from 'vitest';
import { flagsInAll, loadNames } from '../../../lib/notes/privacy/index.ts';
import { fixture, interviewsIn, shared } from '../transcript/support.ts';

/**
 * What really is a name in these interviews: every word with a capital within a sentence was read by hand.
 * The depositors of the water interviews took names out ([REDACTED]); in pdpilot the interviewer's is left.
 */
const REALLY = new Set(['Daniel']);
const PER_THOUSAND = 5;

async function measure(files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const names = await loadNames();
  let words = 0;
  const falsely: string[] = [];
  const rightly: string[] = [];
  for (const [name, bytes] of files) {
    for (const { turns } of await interviewsIn(bytes, name)) {
      const texts = turns.map((turn) => turn.text);
      words += texts.join(' ').split(/\s+/).length;
      for (const [i, flags] of flagsInAll(texts, { names }).entries()) {
        for (const { start, end } of flags) {
          const found = texts[i]?.slice(start, end) ?? '';
          (REALLY.has(found) ? rightly : falsely).push(found);
        }
      }
    }
  }
  return { words, falsely, rightly, perThousand: (falsely.length / words) * 1_000 };
}

test('P1 of pdpilot', async () => {
  const { falsely } = await measure([['P1.txt', fixture('interviews-pdpilot-en/P1.txt')]]);
  expect(falsely).toEqual([]);
});

const here = shared('interviews-water-en/interviews.csv') !== undefined;
const where = here ? '' : ' [not run: ../shared/data is not at hand]';

test(`five interviews about software and 44 about water: false flags in a thousand words${where}`, async () => {
  if (!here) return;
  const pdpilot = ['P1', 'P2', 'P3', 'P4', 'P5'].map((name) => `interviews-pdpilot-en/${name}.txt`);
  const files = [...pdpilot, 'interviews-water-en/interviews.csv'];
  const found = await measure(files.map((file) => [file, shared(file) ?? new Uint8Array()] as const));
  expect(found.words).toBeGreaterThan(150_000);
  expect(found.rightly).toEqual(['Daniel', 'Daniel']);
  expect(found.perThousand).toBeLessThan(PER_THOUSAND);
  // Exactly: a data set, a method and "Voc Ed".
  expect(found.falsely.sort()).toMatchInlineSnapshot(`
    [
      "Ames",
      "Ed",
      "Edwards",
    ]
  `);
}, 60_000);
