import { z } from 'zod';
import { LIMITS, severity, valence } from '../../journey/model.ts';

/** How a passage is marked. An emotion always has a face and a valence that a person chose, never a guess. */
export const mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quote') }),
  z.object({ kind: z.literal('emotion'), emoji: z.string().min(1).max(LIMITS.emoji), valence }),
  z.object({ kind: z.literal('friction'), severity }),
  z.object({ kind: z.literal('need') }),
  /** An employee's view: said by an employee, or about how it is for them. */
  z.object({ kind: z.literal('employee') }),
]);
export type Mark = z.infer<typeof mark>;

/** The columns a mark fills, with what the kind does not have emptied. */
export const columnsOf = (given: Mark) => ({
  kind: given.kind,
  emoji: given.kind === 'emotion' ? given.emoji : null,
  valence: given.kind === 'emotion' ? given.valence : null,
  severity: given.kind === 'friction' ? given.severity : null,
});
