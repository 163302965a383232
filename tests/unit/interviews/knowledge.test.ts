import { expect, test } from 'vitest';
import type { Card } from '../../../lib/journey/model.ts';
import { knowledgeOn } from '../../../lib/services/guides.ts';
import { type CardInput, cardOf, journeyOf } from '../../support/journeys.ts';

const map = (cards: CardInput[]) =>
  journeyOf({
    touchpoints: [2],
    lanes: ['action', 'quote', 'emotion', 'friction', 'metric', 'backstage'],
    cards: cards.map((card, i) => cardOf(i, card)),
  });
const at = (touchpointId: string, laneId: string) => ({ touchpointId, laneId });
const source: Card['source'] = { findingId: 'f1', interviewId: 'i1' };

test('figures and what nobody said, along the journey, the tray last; nothing that was said', () => {
  const known = knowledgeOn(
    map([
      { kind: 'quote', text: 'De vill ha app', cell: null },
      { kind: 'friction', text: 'Fakturan är svår', cell: at('t1', 'friction') },
      { kind: 'metric', text: 'NPS −8', cell: at('t0', 'metric') },
      { kind: 'quote', text: 'Sagt på riktigt', cell: at('t0', 'quote'), source },
      { kind: 'backstage', text: 'Körs en gång i månaden', cell: at('t0', 'backstage') },
      { kind: 'employee', text: 'De ringer om allt', cell: at('t0', 'quote') },
      { kind: 'quote', text: '  ', cell: at('t0', 'quote') },
    ]),
  );
  expect(known.map(({ kind, text, touchpoint }) => [kind, text, touchpoint])).toEqual([
    ['figure', 'NPS −8', 'Touchpoint 0'],
    ['belief', 'Fakturan är svår', 'Touchpoint 1'],
    ['belief', 'De vill ha app', null],
  ]);
});

test('a long card is cut to what a question can name', () => {
  const [known] = knowledgeOn(map([{ kind: 'metric', text: `många\nord ${'x'.repeat(400)}`, cell: null }]));
  expect(known?.text).toHaveLength(300);
  expect(known?.text).toMatch(/^många ord x+…$/);
});
