import { type ZodType, z } from 'zod';
import { AppError } from '../../errors.ts';
import { id } from '../../journey/model.ts';
import { CHOICES, SUBJECT_KINDS, type Subject } from '../../review/subject.ts';

/** Most that a text of a decision or a comment holds, in characters. */
export const MOST_WORDS = 2_000;
export const MOST_NAME = 120;

export const subject: ZodType<Subject> = z
  .object({ kind: z.enum(SUBJECT_KINDS), id: z.union([z.literal(''), id]) })
  .refine(({ kind, id }) => (kind === 'snapshot') === (id === ''), { path: ['id'] });

/** A calendar day of our time, or none. */
const day = z.union([
  z.literal('').transform(() => null),
  z.iso.date().refine((date) => date >= '2000-01-01' && date < '2200-01-01'),
  z.null(),
]);

export const decisionInput = z.object({
  /** Of the snapshot it is decided on. */
  number: z.int().positive(),
  subject,
  /** The revision the form was opened on; 0: nothing had been decided. */
  revision: z.int().nonnegative(),
  choice: z.enum(CHOICES),
  text: z.string().trim().max(MOST_WORDS),
  owner: z.string().trim().max(MOST_NAME),
  functionName: z.string().trim().max(MOST_NAME),
  dueOn: day,
  status: z.enum(['open', 'done']),
});
export type DecisionInput = z.input<typeof decisionInput>;

export const statusInput = z.object({
  subject,
  revision: z.int().positive(),
  /** `withdrawn`: it was a mistake; the history keeps it. */
  status: z.enum(['open', 'done', 'withdrawn']),
});
export type StatusInput = z.input<typeof statusInput>;

/** Input as the schema wants it; throws invalidInput naming the first field that is wrong. */
export function checked<T>(schema: ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  throw new AppError('invalidInput', { field }, { cause: parsed.error });
}
