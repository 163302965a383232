import { beforeAll, expect, test } from 'vitest';
import { flagsIn, loadNames, type NameLists } from '../../../lib/notes/privacy/index.ts';
import { PLANTED_EN } from './planted-en.ts';
import { PLANTED_AWKWARD, PLANTED_FRESH } from './planted-fresh.ts';
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

/** A name no list has, in small letters: nothing tells it from any other word. */
const KNOWN = 'name: the lady said her name was «shaniqua» or something → ';

test.each([
  ['fifty in Swedish', PLANTED_SV, []],
  ['fifty in English', PLANTED_EN, [KNOWN]],
  [
    'fifty more',
    PLANTED_FRESH,
    ['name: Kundtjänst hänvisade till en «Parvaneh Moradi» som aldrig svarade. → '],
  ],
  ['awkward ones', PLANTED_AWKWARD, []],
] as const)('%s', (_, data, known) => {
  expect(missed(data).missed).toEqual(known);
});

test('what is no person’s stays unflagged', () => {
  const sentences = [
    'Ordern hette 20231012345 och kundnumret är 12345678.',
    'Vi ses den 12 maj 2024 klockan 10.30, kanske 11 45.',
    'Det kostade 12 000 000 kr 2020, organisationsnummer 556012-5790.',
    'I will hope for the best in May; April was worse. Mark the date.',
    'Jag ringde Telia, och Telia ringde tillbaka. Per månad är det 399.',
    'Rosen är röd, björnen sover, majs och kärlek. Hans bil stod kvar.',
    'We drove to Charlotte Street? No, to Washington, past the Wells Fargo.',
    '[NAME 1] said that [PHONE 2] is wrong, [inaudible] and [REDACTED] too.',
    'The invoice 4111 from 2019-10-12 had 16 digits: 1234 5678.',
  ];
  const flagged = sentences.flatMap((text) =>
    flagsIn(text, { names }).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
  );
  expect(flagged).toEqual([]);
});
