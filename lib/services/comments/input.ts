import { z } from 'zod';
import { MOST_WORDS, subject } from '../decisions/input.ts';

export const commentInput = z.object({
  /** Of the snapshot it stands on. */
  number: z.int().positive(),
  subject,
  text: z.string().trim().min(1).max(MOST_WORDS),
});
export type CommentInput = z.input<typeof commentInput>;
