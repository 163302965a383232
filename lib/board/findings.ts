import { z } from 'zod';
import { id } from '../journey/model.ts';

/** One finding as the tray needs it, from GET /api/workshops/[id]/findings. */
export const finding = z.object({
  id,
  interviewId: id,
  kind: z.enum(['quote', 'emotion', 'friction']),
  words: z.string(),
  /** The pseudonym of who said it. */
  alias: z.string(),
  interviewKind: z.enum(['customer', 'employee']),
  /** Milliseconds since the interview began; null where the transcript has no clock. */
  atMs: z.number().nullable(),
  emoji: z.string().nullable(),
  valence: z.number().nullable(),
  severity: z.number().nullable(),
});
export type Finding = z.infer<typeof finding>;
