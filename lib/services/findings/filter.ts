import { z } from 'zod';
import { type FindingFilter, NO_SEGMENT } from './query.ts';
import { FINDING_KINDS } from './view.ts';

const some = z.string().trim().min(1);

const schema = z.object({
  q: some.max(200),
  kind: z.enum(FINDING_KINDS),
  interview: z.uuid(),
  segment: z.string().max(120),
  tag: some.max(80),
  who: z.enum(['customer', 'employee']),
  placed: z.enum(['yes', 'no']),
  severity: z.coerce.number().pipe(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  touchpoint: some.max(64),
});

/** What the address says: what it says wrongly, or says nothing with, is as if it were not there. */
export function filterOf(query: Record<string, string | string[] | undefined>): FindingFilter {
  const filter: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.shape)) {
    const given = query[key];
    if (typeof given !== 'string' || given === '' || given.includes('\0')) continue;
    // A form sends every field; this stands for a segment nobody named, which cannot be sent as ''.
    const parsed = field.safeParse(key === 'segment' && given === NO_SEGMENT ? '' : given);
    if (parsed.success) filter[key] = parsed.data;
  }
  return filter;
}
