import { describe, expect, it } from 'vitest';
import { figures } from '../../../lib/journey/analysis/index.ts';
import type { Card, CardKind } from '../../../lib/journey/model.ts';
import { type CardInput, cardOf, journeyOf } from '../../support/journeys.ts';

/** Every kind of card an employee's finding can have become, in every lane somebody may have laid it. */
const KINDS = ['quote', 'emotion', 'friction', 'need', 'employee'] as const satisfies CardKind[];
const LANES = ['action', 'quote', 'emotion', 'friction', 'employee'] as const;

const source = (interviewId: string, n = 0): Card['source'] => ({
  findingId: `f${n}-${interviewId}`,
  interviewId,
});

const customers: CardInput[] = [
  { kind: 'quote', source: source('k1') },
  { kind: 'emotion', valence: -1, source: source('k1', 1) },
  { kind: 'friction', severity: 2, source: source('k2') },
];

const mapOf = (cards: (CardInput & { lane?: string })[]) =>
  journeyOf({
    touchpoints: [1],
    lanes: [...LANES],
    cards: cards.map(({ lane, ...card }, i) =>
      cardOf(i, { cell: { touchpointId: 't0', laneId: lane ?? card.kind ?? 'quote' }, ...card }),
    ),
  });

describe('what employees said beside what customers said', () => {
  const alone = figures(mapOf(customers));

  it.each(KINDS.flatMap((kind) => LANES.map((lane) => [kind, lane] as const)))(
    'leaves coverage, reach, marks and capital alone: a %s in the lane %s',
    (kind, lane) => {
      const voice = {
        kind,
        lane,
        valence: 2,
        severity: 3,
        evidence: 'reported',
        source: source('m1'),
      } as const;
      const both = figures(mapOf([...customers, voice, { ...voice, source: source('m2') }]));
      expect(both.coverage).toEqual(alone.coverage);
      expect(both.touchpoints).toEqual(alone.touchpoints);
      expect(both.capital).toEqual(alone.capital);
      expect(both.frictions.map(({ mirrored: _mirrored, ...spot }) => spot)).toEqual(
        alone.frictions.map(({ mirrored: _mirrored, ...spot }) => spot),
      );
    },
  );

  it('is no customers’ friction, however many employees say it', () => {
    const said = ['m1', 'm2'].map(
      (id) => ({ kind: 'friction', severity: 3, evidence: 'reported', source: source(id) }) as const,
    );
    expect(figures(mapOf(said)).frictions).toEqual([]);
    const guess = { kind: 'friction', severity: 1 } as const;
    expect(figures(mapOf([...said, guess])).frictions).toMatchObject([
      { severity: 1, reach: 0, score: 0, mirrored: true },
    ]);
  });

  it('makes a touchpoint that only employees spoke of an assumed one', () => {
    const said = { kind: 'emotion', valence: -2, evidence: 'reported', source: source('m1') } as const;
    const { coverage, touchpoints } = figures(mapOf([said]));
    expect(coverage).toMatchObject({ total: 0, share: null, interviews: 0, assumed: ['t0'] });
    expect(touchpoints[0]).toMatchObject({ mark: null, emotions: 0 });
  });
});
