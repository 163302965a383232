import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Changes } from '../../../app/workshops/[id]/snapshots/compare/changes.tsx';
import { compareContext } from '../../../app/workshops/[id]/snapshots/compare/context.ts';
import type { Locale } from '../../../lib/i18n/locale.ts';
import { figures } from '../../../lib/journey/analysis/index.ts';
import { toJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import type { Side } from '../../../lib/services/snapshots.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';
import { randomHistory } from '../../support/random-history.ts';

const group = { customerInterviews: 0, employeeInterviews: 0, functions: [], questions: [] };

function side(number: number, journey: Journey): Side {
  return {
    ...{ number, journey, group, label: '', sources: {}, sourcesErased: 0 },
    map: 'asIs',
    takenAt: new Date(number * 1e12),
    figures: figures(journey),
  };
}

const written = (a: Journey, b: Journey, locale: Locale, svg: string | null = '<svg></svg>') =>
  renderToStaticMarkup(<Changes context={compareContext(side(1, a), side(2, b), locale)} svg={svg} />);

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);

test.each(SEEDS)('whatever changed is written out in both languages, seed %i', (seed) => {
  const { j, step } = randomHistory(seed);
  for (let n = 25; n > 0; n -= 1) step();
  const a = toJourney(j);
  for (let n = 30; n > 0; n -= 1) step();
  const b = toJourney(j);
  for (const locale of ['en', 'sv'] as const) {
    const html = written(a, b, locale);
    // A sentence that is missing is written as its key.
    expect(html).not.toMatch(/(compare|map)\.[a-z]+\.[a-zA-Z.]+|undefined|NaN|\[object/);
  }
});

const cell = (t: number) => ({ touchpointId: `t${t}`, laneId: 'quote' });
const before = journeyOf({
  touchpoints: [2],
  lanes: ['quote', 'friction'],
  cards: [
    cardOf(0, { cell: cell(0), text: 'The bill is hard to read' }),
    cardOf(1, { cell: cell(0), text: 'Goes' }),
    cardOf(2, { kind: 'friction', severity: 1, cell: { touchpointId: 't1', laneId: 'friction' }, text: 'F' }),
  ],
});
const after: Journey = structuredClone(before);
const [first, , friction] = after.cards;
if (!first?.place || !friction) throw new Error('The map lacks its cards.');
first.text = 'The bill is easy to read';
first.place = { ...first.place, touchpointId: 't1' };
friction.severity = 3;
after.cards = [first, friction, cardOf(9, { text: '' })];

test('a card tells what happened to it, where it lay, and what differs in its words', () => {
  const html = written(before, after, 'en');
  expect(html).toContain('<del>hard</del><ins>easy</ins>');
  expect(html).toContain('from Touchpoint 0, quote');
  expect(html).toContain('How grave: irritating → grave');
  expect(html).toContain('Graver');
  expect(html).toContain('Waiting to be placed');
  expect(html).toContain('(without words)');
  expect(html).toMatch(/<del[^>]*>Goes<\/del>/);
});

test('equals say so and nothing else; a picture that could not be drawn leaves the list', () => {
  expect(written(before, structuredClone(before), 'en')).toMatch(/^<p class="notice">Both say the same/);
  const html = written(before, after, 'en', null);
  expect(html).toContain('The picture could not be drawn');
  expect(html).toContain('Card by card');
});

test('what people wrote cannot become markup', () => {
  const evil: Journey = structuredClone(after);
  for (const card of evil.cards) card.text = '<img src=x onerror=alert(1)>';
  for (const touchpoint of evil.touchpoints) touchpoint.name = '<script>alert(1)</script>';
  const html = written(before, evil, 'en');
  expect(html).not.toMatch(/<img|<script/);
});
