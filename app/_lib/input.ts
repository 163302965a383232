import { type ZodType, z } from 'zod';
import { AppError } from '@/lib/errors.ts';

/** Input from outside as the schema wants it; throws invalidInput naming the first field that is wrong. */
export function parseInput<I>(schema: ZodType<I>, input: unknown): I {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('invalidInput', { field }, { cause: parsed.error });
}
