import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  COLUMN,
  cellAt,
  EMOTION,
  HEADER,
  LANE,
  layout,
  TEXT,
  valenceToY,
  yToValence,
} from '../../../lib/journey/layout/index.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const LANES = ['action', 'quote', 'emotion', 'friction', 'free'] as const;
const grid = (cards: Journey['cards']): Journey =>
  journeyOf({ touchpoints: [2, 0, 3], lanes: [...LANES], cards });

const anyCard = fc.record({
  column: fc.integer({ min: 0, max: 4 }),
  lane: fc.constantFrom(...LANES),
  text: fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.constant('Kundtjänstmedarbetarutbildningsmaterial'.repeat(3)),
  ),
  valence: fc.option(fc.integer({ min: -4, max: 4 }).map((v) => v / 2)),
  sourced: fc.boolean(),
});
const anyJourney = fc.array(anyCard, { maxLength: 40 }).map((list) =>
  grid(
    list.map((c, i) =>
      cardOf(i, {
        kind: c.lane === 'free' ? 'question' : c.lane,
        text: c.text,
        cell: { touchpointId: `t${c.column}`, laneId: c.lane },
        valence: c.lane === 'emotion' ? c.valence : null,
        source: c.sourced ? { findingId: `f${i}`, interviewId: 'i1' } : null,
      }),
    ),
  ),
);

describe('the grid', () => {
  it('starts at the first cell, with the header above and left of it', () => {
    const map = layout(grid([]));
    expect(map.columns[0]).toMatchObject({ x: 0, w: COLUMN.width });
    expect(map.rows[0]).toMatchObject({ y: 0, h: LANE.minHeight });
    expect(map.header).toMatchObject({ x: -HEADER.laneWidth, laneWidth: HEADER.laneWidth });
  });

  it('keeps a column of room for a phase without touchpoints', () => {
    const map = layout(grid([]));
    expect(map.phases.map((p) => p.w)).toEqual([2 * COLUMN.width, COLUMN.width, 3 * COLUMN.width]);
    expect(map.columns.map((c) => c.phaseId)).toEqual(['p0', 'p0', 'p2', 'p2', 'p2']);
  });

  it('is empty and finite without phases, lanes and cards', () => {
    expect(layout(journeyOf({ touchpoints: [], lanes: [], cards: [] }))).toMatchObject({
      width: 0,
      height: 0,
    });
  });

  it('gives cards on the tray no box', () => {
    expect(layout(grid([cardOf(1, { cell: null })])).cards.size).toBe(0);
  });
});

describe('any journey (seed 20261122)', () => {
  it('lays every card inside its own cell and lets none overlap', () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const map = layout(journey);
        const boxes = [...map.cards].map(([id, box]) => ({ id, box }));
        expect(boxes.length).toBe(journey.cards.length);
        for (const { id, box } of boxes) {
          const place = journey.cards.find((c) => c.id === id)?.place;
          const column = map.columns.find((c) => c.touchpointId === place?.touchpointId);
          const row = map.rows.find((r) => r.laneId === place?.laneId);
          if (!column || !row) throw new Error('card outside the grid');
          expect(box.x).toBeGreaterThanOrEqual(column.x);
          expect(box.x + box.w).toBeLessThanOrEqual(column.x + column.w);
          expect(box.y).toBeGreaterThanOrEqual(row.y);
          expect(box.y + box.h).toBeLessThanOrEqual(row.y + row.h);
        }
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false);
        }
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });

  it('is the same whatever was laid out before, and leaves its input alone', () => {
    fc.assert(
      fc.property(anyJourney, anyJourney, (one, other) => {
        const before = JSON.stringify(one);
        const first = layout(one);
        layout(other);
        expect(layout(structuredClone(one))).toEqual(first);
        expect(JSON.stringify(one)).toBe(before);
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('finds every card again by its middle', () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const map = layout(journey);
        for (const card of journey.cards) {
          const box = map.cards.get(card.id);
          if (!box || !card.place) throw new Error('no box');
          const hit = cellAt(map, box.x + box.w / 2, box.y + box.h / 2);
          expect(hit).toMatchObject({ touchpointId: card.place.touchpointId, laneId: card.place.laneId });
          if (box.shape === 'token') expect(hit?.valence).toBe(card.valence ?? 0);
        }
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });
});

describe('a drag', () => {
  const cell = { touchpointId: 't0', laneId: 'quote' };
  const three = grid([0, 1, 2].map((i) => cardOf(i, { kind: 'quote', text: `Nr ${i}`, cell })));

  it('lifts the dragged card and opens a gap of its height where it will land', () => {
    const map = layout(three, { drag: { cardIds: ['c0'], cell, index: 1, height: 90 } });
    const [c1, c2] = [map.cards.get('c1'), map.cards.get('c2')];
    expect(map.cards.has('c0')).toBe(false);
    expect(map.gap?.h).toBe(90);
    expect(c1 && map.gap && c1.y + c1.h <= map.gap.y).toBe(true);
    expect(c2 && map.gap && map.gap.y + 90 <= c2.y).toBe(true);
  });

  it('opens no gap outside the grid', () => {
    expect(layout(three, { drag: { cardIds: ['c0'], cell: null, index: 0 } }).gap).toBeNull();
  });

  it('keeps the pointer on the index whose gap it opened', () => {
    const drag = { cardIds: ['c0'], cell, index: 1, height: 90 };
    const map = layout(three, { drag });
    const gap = map.gap as Box;
    expect(cellAt(map, gap.x + 5, gap.y + gap.h / 2)).toMatchObject({ index: 1 });
  });

  it('opens a token gap on the level of the valence, also beside seven others', () => {
    const feels = { touchpointId: 't0', laneId: 'emotion' };
    const full = grid(
      [...Array(7).keys()].map((i) => cardOf(i, { kind: 'emotion', cell: feels, valence: 1 })),
    );
    const map = layout(full, { drag: { cardIds: [], cell: feels, index: 0, valence: 1 } });
    const gap = map.gap as Box;
    for (const box of map.cards.values()) expect(overlap(box, gap)).toBe(false);
    const row = map.rows.find((r) => r.kind === 'emotion');
    expect(row && yToValence(row, gap.y + gap.h / 2)).toBe(1);
  });
});

describe('the emotion lane', () => {
  const cell = { touchpointId: 't1', laneId: 'emotion' };
  const row = (journey: Journey) => {
    const found = layout(journey).rows.find((r) => r.kind === 'emotion');
    if (!found) throw new Error('no emotion row');
    return found;
  };

  it('turns every half step into a y and back', () => {
    const crowded = grid([...Array(20).keys()].map((i) => cardOf(i, { kind: 'emotion', cell, valence: -1 })));
    for (const held of [row(grid([])), row(crowded)]) {
      for (let v = -2; v <= 2; v += 0.5) expect(yToValence(held, valenceToY(held, v) ?? 0)).toBe(v);
    }
  });

  it('clamps a pointer above or below the axis', () => {
    expect(yToValence(row(grid([])), -999)).toBe(2);
    expect(yToValence(row(grid([])), 99_999)).toBe(-2);
  });

  it('draws the curve through the mean of the emotions that have a valence', () => {
    const felt = [1, -2, null].map((valence, i) => cardOf(i, { kind: 'emotion', cell, valence }));
    const map = layout(grid(felt));
    expect(map.curve).toHaveLength(1);
    expect(map.curve[0]).toMatchObject({ touchpointId: 't1', mean: -0.5, n: 2, cards: ['c0', 'c1'] });
    expect(map.curve[0]?.y).toBe(valenceToY(row(grid(felt)), -0.5));
  });

  it('centres a single token on the curve', () => {
    const map = layout(grid([cardOf(0, { kind: 'emotion', cell, valence: 2 })]));
    const box = map.cards.get('c0') as Box;
    expect(box.x + EMOTION.token / 2).toBe(map.curve[0]?.x);
    expect(box.y + EMOTION.token / 2).toBe(map.curve[0]?.y);
  });
});

describe('a very long text', () => {
  const cell = { touchpointId: 't0', laneId: 'quote' };
  const long = grid([cardOf(0, { kind: 'quote', cell, text: 'Det tog tre veckor. '.repeat(100) })]);

  it('ends in an ellipsis after the most lines a card shows', () => {
    const box = layout(long).cards.get('c0');
    expect(box?.clipped).toBe(true);
    expect(box?.lines).toHaveLength(TEXT.mostLines);
    expect(box?.lines.at(-1)).toMatch(/…$/);
  });

  it('is shown in full while it is expanded', () => {
    const box = layout(long, { expanded: ['c0'] }).cards.get('c0');
    expect(box?.clipped).toBe(false);
    expect(box?.lines.join(' ')).toBe('Det tog tre veckor. '.repeat(100).trim());
  });
});
