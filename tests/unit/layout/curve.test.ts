import { describe, expect, it } from 'vitest';
import { layout } from '../../../lib/journey/layout/index.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';

/** One emotion card per entry: touchpoint, valence, and whose it is. */
type Voice = [touchpoint: number, valence: number | null, personaId?: string];

const mapOf = (voices: Voice[]): Journey => ({
  ...journeyOf({
    touchpoints: [4],
    lanes: ['quote', 'emotion'],
    cards: voices.map(([t, valence, personaId = null as unknown as string], i) =>
      cardOf(i, {
        kind: 'emotion',
        valence,
        personaId,
        cell: { touchpointId: `t${t}`, laneId: 'emotion' },
      }),
    ),
  }),
  personas: ['old', 'new'].map((id, tone) => ({ id, name: id, tone, order: `a${tone}` })),
});
const curve = (voices: Voice[]) => layout(mapOf(voices)).curve;
const stars = (voices: Voice[]) =>
  curve(voices)
    .filter((p) => p.star)
    .map((p) => `${p.personaId ?? 'all'} ${p.touchpointId}`);

describe('the curve of an emotion lane', () => {
  it('goes through the mean of the voices and knows the least and the greatest of them', () => {
    expect(
      curve([
        [1, -2],
        [1, 0.5],
        [1, null],
      ]),
    ).toMatchObject([
      { touchpointId: 't1', personaId: null, mean: -0.75, n: 2, low: -2, high: 0.5, cards: ['c0', 'c1'] },
    ]);
  });

  it('has no point where nobody has told a feeling', () => {
    const points = curve([
      [0, 1],
      [1, null],
      [3, 0],
    ]);
    expect(points.map((p) => p.touchpointId)).toEqual(['t0', 't3']);
  });

  it('has the personas’ own points behind everybody’s, in the order of the personas', () => {
    const points = curve([
      [0, -2, 'new'],
      [0, 1, 'old'],
      [0, 1],
      [2, 2, 'new'],
    ]);
    expect(points.map((p) => [p.touchpointId, p.personaId, p.mean])).toEqual([
      ['t0', null, 0],
      ['t0', 'old', 1],
      ['t0', 'new', -2],
      ['t2', null, 2],
      ['t2', 'new', 2],
    ]);
  });

  it('stars what is furthest from indifference, up or down, and all that are equally far', () => {
    expect(
      stars([
        [0, 1],
        [1, -2],
        [2, 2],
        [3, 1.5],
      ]),
    ).toEqual(['all t1', 'all t2']);
  });

  it('stars nothing while no mean is a whole step from 0', () => {
    expect(
      stars([
        [0, 0.5],
        [1, 1],
        [1, 0.5],
      ]),
    ).toEqual([]);
  });

  it('stars each persona’s curve by itself', () => {
    expect(
      stars([
        [0, 2],
        [1, 2, 'old'],
        [1, -2, 'new'],
        [2, -1, 'new'],
      ]),
    ).toEqual(['all t0', 'old t1', 'new t1']);
  });
});
