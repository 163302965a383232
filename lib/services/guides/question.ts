import { z } from 'zod';
import type { guideQuestions } from '../../db/schema/index.ts';
import { GUIDE_LIMITS } from './limits.ts';

export const questionInput = z.object({
  text: z.string().trim().min(1).max(GUIDE_LIMITS.text),
  followUps: z
    .array(z.string().trim().max(GUIDE_LIMITS.followUp))
    .transform((lines) => lines.filter((line) => line !== ''))
    .pipe(z.array(z.string()).max(GUIDE_LIMITS.followUps))
    .default([]),
  core: z.boolean().default(true),
  tests: z
    .object({ kind: z.enum(['figure', 'belief']), text: z.string().trim().min(1).max(GUIDE_LIMITS.tests) })
    .nullable()
    .default(null),
});
export type QuestionInput = z.input<typeof questionInput>;

type Row = typeof guideQuestions.$inferSelect;

/** A question as pages see it, in the order it is asked. */
export type GuideQuestion = Pick<Row, 'id' | 'kind' | 'text' | 'followUps' | 'core' | 'tests'>;

export const questionOf = ({ id, kind, text, followUps, core, tests }: Row): GuideQuestion => ({
  id,
  kind,
  text,
  followUps,
  core,
  tests,
});
