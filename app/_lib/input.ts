import { type ZodType, z } from 'zod';
import { AppError } from '@/lib/errors.ts';

/** Input from outside as the schema wants it; throws invalidInput naming the first field that is wrong. */
export function parseInput<I>(schema: ZodType<I>, input: unknown): I {
  const parsed = z.safeParse(schema, input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('invalidInput', { field }, { cause: parsed.error });
  }
  if (hasNul(parsed.data)) throw new AppError('invalidInput', { field: '' });
  return parsed.data;
}

/** U+0000 in any text: nobody types one, and PostgreSQL stores none. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some(hasNul);
}
