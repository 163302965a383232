import { expect, test } from 'vitest';
import { pictureOf } from '../../../app/workshops/[id]/snapshots/replay/pictures.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { drawChanges } from '../../../lib/review/changes-picture.tsx';
import { cardOf, journeyOf } from '../../support/journeys.ts';

const cell = { touchpointId: 't0', laneId: 'quote' };
const before = journeyOf({
  touchpoints: [1],
  lanes: ['quote'],
  // Words that look like what the player reads must not be taken for it.
  cards: [0, 1].map((i) => cardOf(i, { cell, text: ' data-removed="7" data-change="moved" width="3"' })),
});

test('the player reads a picture’s size and what changed in it, whatever the cards say', () => {
  const after: Journey = structuredClone(before);
  const [touchpoint] = after.touchpoints;
  if (touchpoint) touchpoint.name = 'Another name';
  after.cards = [...after.cards.slice(1), cardOf(5, { cell, text: 'New' })];
  const input = { sources: {}, locale: 'sv', title: 'x', id: 'x' } as const;
  const picture = pictureOf(drawChanges({ ...input, journey: after, before }));
  expect(picture.counts).toEqual({ added: 1, removed: 1, structure: 1 });
  expect(picture.width).toBeGreaterThan(300);
  expect(pictureOf(drawChanges({ ...input, journey: before, before: null })).counts).toEqual({});
});
