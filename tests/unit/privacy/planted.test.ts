import { beforeAll, expect, test } from 'vitest';
import { flagsIn, loadNames, type NameLists } from '../../../lib/notes/privacy/index.ts';
import { PLANTED_EN } from './planted-en.ts';
import { PLANTED_SV } from './planted-sv.ts';

let names: NameLists;
beforeAll(async () => {
  names = await loadNames();
});

/** The words between « and » and where they stand once the signs are gone. */
function planted(sentence: string) {
  const start = sentence.indexOf('«');
  const text = sentence.replace(/[«»]/g, '');
  return { text, start, end: sentence.indexOf('»') - 1 };
}

/** What of the fifty was not flagged whole and as what it is, and what was flagged besides. */
function missed(data: readonly [string, string][]) {
  const out = { missed: [] as string[], besides: [] as string[] };
  for (const [kind, sentence] of data) {
    const { text, start, end } = planted(sentence);
    const flags = flagsIn(text, { names });
    const covering = flags.filter((flag) => flag.start < end && start < flag.end);
    const whole = covering.some((f) => f.kind === kind && f.start <= start && f.end >= end);
    if (!whole)
      out.missed.push(
        `${kind}: ${sentence} → ${covering.map((f) => `${f.kind} ${text.slice(f.start, f.end)}`)}`,
      );
    for (const flag of flags)
      if (!covering.includes(flag)) out.besides.push(text.slice(flag.start, flag.end));
  }
  return out;
}

test('what is planted is a hundred, fifty in each language', () => {
  expect([PLANTED_SV.length, PLANTED_EN.length]).toEqual([50, 50]);
});

test.each([
  ['Swedish', PLANTED_SV],
  ['English', PLANTED_EN],
] as const)('fifty in %s', (_, data) => {
  expect(missed(data)).toEqual({ missed: [], besides: [] });
});
