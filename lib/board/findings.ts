import { z } from 'zod';
import type { NewCard } from '../journey/commands/cards.ts';
import { type CardKind, id, type Severity } from '../journey/model.ts';

/** One finding as the tray needs it, from GET /api/workshops/[id]/findings. */
export const finding = z.object({
  id,
  interviewId: id,
  kind: z.enum(['quote', 'emotion', 'friction', 'need', 'employee']),
  words: z.string(),
  /** The pseudonym of who said it. */
  alias: z.string(),
  interviewKind: z.enum(['customer', 'employee']),
  /** Milliseconds since the interview began; null where the transcript has no clock. */
  atMs: z.number().nullable(),
  emoji: z.string().nullable(),
  valence: z.number().nullable(),
  severity: z.number().nullable(),
  /** The touchpoint it was said about, as far as whoever took notes said so. */
  touchpointId: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;

/** The kind of card a finding becomes: whatever an employee said is an employee's view. */
export const kindOf = (from: Finding): CardKind =>
  from.interviewKind === 'employee' ? 'employee' : from.kind;

/** What a card made from a finding begins with: the words as they were said, and the link to where. */
export const cardOf = (from: Finding): Omit<NewCard, 'cell' | 'authorId'> => ({
  kind: kindOf(from),
  text: from.words,
  source: { findingId: from.id, interviewId: from.interviewId },
  evidence: from.interviewKind === 'employee' ? 'reported' : 'observed',
  emoji: from.emoji,
  valence: from.valence,
  severity: (from.severity as Severity | null) ?? null,
});
