import { expect, test } from 'vitest';
import { flagsInAll, loadNames } from '../../../lib/notes/privacy/index.ts';
import { fixture, interviewsIn, reason, shared } from '../transcript/support.ts';

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

const pdpilot = ['P1', 'P2', 'P3', 'P4', 'P5'].map(
  (name) => [`${name}.txt`, fixture(`interviews-pdpilot-en/${name}.txt`)] as const,
);

test('five interviews about software: false flags in a thousand words', async () => {
  const found = await measure(pdpilot);
  expect(found.words).toBeGreaterThan(20_000);
  expect(found.rightly).toEqual(['Daniel', 'Daniel']);
  expect(found.perThousand).toBeLessThan(PER_THOUSAND);
  // A data set and a method.
  expect(found.falsely.sort()).toEqual(['Ames', 'Edwards']);
}, 30_000);

const FILE = 'interviews-water-en/interviews.csv';
const bytes = shared(FILE);

test.skipIf(!bytes)(
  `44 interviews about water: false flags in a thousand words${reason(bytes)}`,
  async () => {
    const found = await measure([[FILE, bytes as Uint8Array]]);
    expect(found.words).toBeGreaterThan(130_000);
    expect(found.rightly).toEqual([]);
    expect(found.perThousand).toBeLessThan(PER_THOUSAND);
    // "Voc Ed".
    expect(found.falsely).toEqual(['Ed']);
  },
  60_000,
);
