import { expect, test } from 'vitest';
import { sought } from '../../../lib/board/find/rank.ts';
import { type Entry, excerpt, type FoundIn, search } from '../../../lib/board/find/search.ts';

const entry = (sort: FoundIn, label: string, extra = '', fields: Partial<Entry> = {}): Entry => ({
  id: `${sort} ${label}`,
  in: sort,
  label,
  name: sought(label),
  all: sought(`${label} ${extra}`),
  loose: sort !== 'card' && sort !== 'finding',
  run: () => undefined,
  ...fields,
});
const labels = (entries: Entry[], typed: string) =>
  search(entries, typed).map((g) => [g.in, ...g.entries.map((e) => e.label)]);

test('the sort with the best answer comes first, and within it the best answer', () => {
  const entries = [
    entry('card', 'Min faktura kom för sent'),
    entry('card', 'Telefakturan'),
    entry('touchpoint', 'Faktura'),
    entry('command', 'Visa fakturor'),
  ];
  expect(labels(entries, 'faktura')).toEqual([
    ['touchpoint', 'Faktura'],
    ['card', 'Min faktura kom för sent', 'Telefakturan'],
  ]);
});

test('who said it finds a card too, after the cards whose words say so', () => {
  const entries = [entry('card', 'Nobody answers', 'Customer 7'), entry('card', 'Customer 7 was right')];
  expect(labels(entries, 'customer 7')).toEqual([['card', 'Customer 7 was right', 'Nobody answers']]);
});

test('a command is found by other words and by letters left out', () => {
  const entries = [entry('command', 'Byt till svenska', 'swedish language')];
  expect(labels(entries, 'swed')).toHaveLength(1);
  expect(labels(entries, 'byts')).toHaveLength(1);
  expect(labels(entries, 'xyz')).toEqual([]);
});

test('no more than fifty are shown and the rest is counted', () => {
  const entries = [
    ...Array.from({ length: 2_000 }, (_, i) => entry('card', `Ord ${i}`)),
    ...Array.from({ length: 1_000 }, (_, i) => entry('finding', `Ord ${i}`)),
    ...Array.from({ length: 40 }, (_, i) => entry('touchpoint', `Ord ${i}`)),
  ];
  const groups = search(entries, 'ord');
  const shown = groups.reduce((sum, g) => sum + g.entries.length, 0);
  expect(shown).toBeLessThanOrEqual(50);
  expect(groups.reduce((sum, g) => sum + g.more, shown)).toBe(3_040);
});

test('before anything is typed it offers what can be done and where to go, not one of many of a kind', () => {
  const entries = [
    entry('card', 'Words'),
    entry('command', 'Undo'),
    entry('command', 'Only quotes', '', { quiet: true }),
    entry('touchpoint', 'Invoice'),
  ];
  expect(labels(entries, ' ')).toEqual([
    ['command', 'Undo'],
    ['touchpoint', 'Invoice'],
  ]);
});

test('a long text is cut so that what was found is in sight', () => {
  const text = `${'blah '.repeat(30)}needle and more`;
  const at = text.indexOf('needle');
  const cut = excerpt(text, [[at, at + 6]]);
  const [from, to] = cut.places[0] as [number, number];
  expect(cut.text.slice(from, to)).toBe('needle');
  expect(from).toBeLessThan(40);
  expect(excerpt('a needle', [[2, 8]])).toEqual({ text: 'a needle', places: [[2, 8]] });
});
