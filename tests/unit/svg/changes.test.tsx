import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { cardChanges, diffJourneys } from '../../../lib/journey/diff/index.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { MapPicture, mapChanges } from '../../../lib/journey/svg/index.ts';
import { drawChanges } from '../../../lib/review/changes-picture.tsx';
import { cardOf, journeyOf } from '../../support/journeys.ts';

const cell = (t: number) => ({ touchpointId: `t${t}`, laneId: 'quote' });
const before: Journey = journeyOf({
  touchpoints: [2, 1],
  lanes: ['quote'],
  cards: [0, 1, 2, 3].map((i) => cardOf(i, { cell: cell(i % 2), text: `Words ${i}` })),
});
const after: Journey = structuredClone(before);
const [, moved, reworded] = after.cards;
if (!moved?.place || !reworded) throw new Error('The map lacks its cards.');
moved.place.touchpointId = 't2';
reworded.text = 'Other words';
after.cards = [...after.cards.filter((c) => c.id !== 'c3'), cardOf(9, { cell: cell(0), text: 'New words' })];

const input = { sources: {}, locale: 'en', title: 'A <map>', id: 'x' } as const;

test('what came, moved and says something else is framed, signed by shape, and what left its cell is counted', () => {
  const svg = drawChanges({ ...input, journey: after, before });
  expect([...svg.matchAll(/data-change="(\w+)"/g)].map((m) => m[1]).sort()).toEqual([
    'added',
    'moved',
    'reworded',
  ]);
  // Two left the one cell: a card that was removed and one that was moved.
  expect(svg.match(/>−\d</g)).toEqual(['>−2<']);
  expect(svg.match(/opacity="0.42"/g)).toHaveLength(1);
  expect(svg).toContain('A &lt;map&gt;');
});

test('without a map to hold it against nothing is framed and nothing steps back', () => {
  const svg = drawChanges({ ...input, journey: after, before: null });
  expect(svg).not.toContain('data-change');
  expect(svg).not.toContain('opacity="0.42"');
});

test('the picture of equals has no frame, and every card steps back', () => {
  const changes = mapChanges(cardChanges(diffJourneys(before, before)));
  const labels = {
    ...{ title: 'Map', description: '', moments: '', sources: {}, decimal: '.' as const },
    parts: { before: '', during: '', after: '' },
    evidence: { observed: '', reported: '', assumed: '' },
    axis: { good: '', bad: '' },
  };
  const svg = renderToStaticMarkup(<MapPicture journey={before} labels={labels} changes={changes} />);
  expect(svg).not.toContain('data-change=');
  expect(svg.match(/opacity="0.42"/g)).toHaveLength(4);
});
