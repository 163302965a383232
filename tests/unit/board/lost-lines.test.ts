import { expect, test } from 'vitest';
import { lostLines } from '../../../lib/board/ui/lost-lines.ts';
import { translator } from '../../../lib/i18n/translator.ts';
import type { Lost } from '../../../lib/journey/merge/index.ts';

const lost = (over: Partial<Lost>): Lost => ({
  reason: 'changed',
  collection: 'cards',
  key: 'c1',
  title: 'I waited three weeks',
  values: {},
  texts: [],
  ...over,
});
const en = (...all: Lost[]) => lostLines(translator('en', 'map'), all);
const sv = (...all: Lost[]) => lostLines(translator('sv', 'map'), all);

test('words stand as they are, each once', () => {
  const one = lost({ reason: 'removed', values: { text: 'My words', kind: 'quote' }, texts: ['My words'] });
  expect(en(one, one)).toEqual(['My words']);
});

test('what is no words says what it is about, and what it was set to', () => {
  expect(en(lost({ values: { severity: 3 } }), lost({ values: { valence: -1.5, kind: 'need' } }))).toEqual([
    '“I waited three weeks” – How grave: Grave',
    '“I waited three weeks” – How it felt: −1.5, Kind: Need',
  ]);
  expect(sv(lost({ values: { valence: -1.5 } }), lost({ values: { place: null } }))).toEqual([
    '”I waited three weeks” – Hur det kändes: −1,5',
    '”I waited three weeks” – lyft från kartan av dig',
  ]);
});

test('a place, a drawing, a removal and something without a name are told too', () => {
  const lines = en(
    lost({ values: { place: { touchpointId: 't', laneId: 'l', order: 'a' } } }),
    lost({ collection: 'drawing', title: '', values: { place: {}, opacity: 1 } }),
    lost({ collection: 'touchpoints', title: 'The bill', reason: 'notAllowed', values: null }),
    lost({ title: '', values: { severity: null } }),
  );
  expect(lines).toEqual([
    '“I waited three weeks” – moved by you',
    'A drawing – drawn or moved by you',
    '“The bill” – removed by you',
    'A card – changed by you',
  ]);
});

test('a long title is cut, the words are not', () => {
  const long = 'word '.repeat(60).trim();
  const [line, ...rest] = en(lost({ title: long, values: { severity: 1 } }));
  expect(line?.length).toBeLessThan(100);
  expect(rest).toEqual([]);
  expect(en(lost({ title: long, values: { text: long }, texts: [long] }))).toEqual([long]);
});
