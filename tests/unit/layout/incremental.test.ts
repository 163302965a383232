import { describe, expect, it } from 'vitest';
import { toJourney } from '../../../lib/journey/document.ts';
import { createLayout, type Drag, type LayoutOptions, layout } from '../../../lib/journey/layout/index.ts';
import { followJourney } from '../../../lib/journey/live.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';
import type { Random } from '../../support/random.ts';
import { randomHistory } from '../../support/random-history.ts';

function anyOptions(r: Random, { cards, touchpoints, lanes }: Journey): LayoutOptions {
  const some = (list: readonly { id: string }[], p: number) =>
    list.filter(() => r.chance(p)).map((x) => x.id);
  const options: LayoutOptions = {};
  if (r.chance(0.3)) options.expanded = some(cards, 0.2);
  if (r.chance(0.3)) options.collapsed = some(lanes, 0.4);
  if (r.chance(0.5)) {
    const hasCell = touchpoints.length > 0 && lanes.length > 0 && r.chance(0.8);
    const cell = hasCell ? { touchpointId: r.of(touchpoints).id, laneId: r.of(lanes).id } : null;
    const drag: Drag = { cardIds: some(cards, 0.1), cell, index: r.below(5), valence: r.of([null, 1, -2]) };
    options.drag = r.chance(0.5) ? { ...drag, height: 40 + r.below(90) } : drag;
  }
  return options;
}

describe('the layout that remembers', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    it(`lays out what one that remembers nothing lays out (seed ${seed})`, () => {
      const { j, r, step } = randomHistory(1_000 + seed);
      const live = followJourney(j);
      const remembering = createLayout();
      let options: LayoutOptions = {};
      for (let n = 0; n < 50; n += 1) {
        step();
        const journey = live.read();
        if (r.chance(0.5)) options = anyOptions(r, journey);
        const map = remembering(journey, options);
        const pure = layout(toJourney(j), structuredClone(options));
        expect(map).toEqual(pure);
        expect([...map.cards.keys()]).toEqual([...pure.cards.keys()]);
        expect([...map.cells.keys()]).toEqual([...pure.cells.keys()]);
      }
      live.stop();
    });
  }

  const LANES = ['quote', 'emotion', 'friction'] as const;
  const card = (i: number, column: number, lane: (typeof LANES)[number], text = `Card ${i}`) =>
    cardOf(i, {
      kind: lane,
      text,
      valence: lane === 'emotion' ? 1 : null,
      cell: { touchpointId: `t${column}`, laneId: lane },
    });
  const cards = [
    card(0, 0, 'quote'),
    card(1, 0, 'quote'),
    card(2, 1, 'quote'),
    card(3, 0, 'emotion'),
    card(4, 1, 'friction'),
  ];
  const journey = journeyOf({ touchpoints: [2], lanes: [...LANES], cards });

  it('gives the same object for the same journey and options', () => {
    const remembering = createLayout();
    expect(remembering(journey, { expanded: ['c0'] })).toBe(
      remembering({ ...journey }, { expanded: ['c0'] }),
    );
  });

  it('keeps every other box, and the frame, when a text changes within its lines', () => {
    const remembering = createLayout();
    const before = remembering(journey);
    const after = remembering({ ...journey, cards: [card(0, 0, 'quote', 'Other'), ...cards.slice(1)] });
    const changed = [...after.cards].filter(([id, box]) => before.cards.get(id) !== box).map(([id]) => id);
    expect(changed).toEqual(['c0']);
    for (const part of ['rows', 'columns', 'phases', 'cells', 'curve'] as const)
      expect(after[part]).toBe(before[part]);
  });

  it('keeps the lanes above one that grows', () => {
    const remembering = createLayout();
    const before = remembering(journey);
    const long = Array.from({ length: 20 }, () => 'word')
      .join(' ')
      .repeat(3);
    const after = remembering({ ...journey, cards: [...cards.slice(0, 4), card(4, 1, 'friction', long)] });
    const changed = [...after.cards].filter(([id, box]) => before.cards.get(id) !== box).map(([id]) => id);
    expect(changed).toEqual(['c4']);
    expect(after.rows.slice(0, 2)).toEqual(before.rows.slice(0, 2));
    expect(after.rows[1]).toBe(before.rows[1]);
  });
});
