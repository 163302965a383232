import { z } from 'zod';
import type { Card, Journey } from './model.ts';

/** The passage behind a card, copied into the snapshot: verbatim words, and never more than an alias. */
export const source = z.object({
  interviewId: z.string(),
  alias: z.string(),
  kind: z.enum(['customer', 'employee']),
  words: z.string(),
  speaker: z.string(),
  atMs: z.number().nullable(),
  /** Never stored: set where a snapshot is made fit for outside and these words may not go there. */
  withheld: z.literal(true).optional(),
});
export type Source = z.infer<typeof source>;

/** By finding id. */
export const sources = z.record(z.string(), source);
export type Sources = z.infer<typeof sources>;

/**
 * The journey with its evidence held against the findings that really exist in the workshop: what a
 * client merely claims to have been said counts as assumed, and only a customer's own words as observed.
 */
export function withCheckedEvidence(journey: Journey, found: Sources): Journey {
  return { ...journey, cards: journey.cards.map((card) => checked(card, found)) };
}

function checked(card: Card, found: Sources): Card {
  if (card.source === null) return card.evidence === 'observed' ? { ...card, evidence: 'assumed' } : card;
  const held = found[card.source.findingId];
  if (!held || held.interviewId !== card.source.interviewId) {
    return { ...card, source: null, evidence: card.evidence === 'reported' ? 'reported' : 'assumed' };
  }
  // An employee's words are reported whatever the card says: as "assumed" they would pass for a customer's guess.
  if (held.kind === 'employee')
    return card.evidence === 'reported' ? card : { ...card, evidence: 'reported' };
  return card.evidence === 'reported' ? { ...card, evidence: 'observed' } : card;
}

/** The finding ids that a journey's cards point to, each once. */
export function findingIds(journey: Journey): string[] {
  return [...new Set(journey.cards.flatMap((c) => (c.source ? [c.source.findingId] : [])))];
}
