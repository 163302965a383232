import { expect, test } from 'vitest';
import { type CardFilter, matches } from '../../../lib/board/filter/filter.ts';
import type { Card } from '../../../lib/journey/model.ts';

const card: Card = {
  id: 'c1',
  kind: 'quote',
  text: 'Nobody answers',
  place: { touchpointId: 't1', laneId: 'l1', order: 'a0' },
  evidence: 'observed',
  source: { findingId: 'f1', interviewId: 'i1' },
  authorId: 'u1',
  createdAt: 0,
  emoji: null,
  valence: null,
  severity: null,
  personaId: null,
  reactions: {},
};

test.each<[CardFilter, boolean]>([
  [{}, true],
  [{ kind: 'quote' }, true],
  [{ kind: 'friction' }, false],
  [{ interviewId: 'i1' }, true],
  [{ interviewId: 'i2' }, false],
  [{ interviewId: null }, false],
  [{ personaId: null }, true],
  [{ personaId: 'p1' }, false],
  [{ evidence: 'observed', authorId: 'u1' }, true],
  [{ evidence: 'observed', authorId: 'u2' }, false],
])('a quote from interview i1 by u1, seen through %j: %s', (filter, expected) => {
  expect(matches(card, filter)).toBe(expected);
});
