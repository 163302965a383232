import { z } from 'zod';
import { FINDING_KINDS } from './view.ts';

/** Which findings are asked for; `undefined` asks for nothing in particular. */
export interface FindingFilter {
  /** Words, in Swedish or English. */
  q?: string | undefined;
  kind?: (typeof FINDING_KINDS)[number] | undefined;
  /** Its id. */
  interview?: string | undefined;
  /** In the workshop's own words; '' is none. */
  segment?: string | undefined;
  tag?: string | undefined;
  who?: 'customer' | 'employee' | undefined;
  placed?: 'yes' | 'no' | undefined;
  severity?: 1 | 2 | 3 | undefined;
  /** The touchpoint's id: where it lies, else what it was said about. */
  touchpoint?: string | undefined;
}

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

export const NO_SEGMENT = '-';

/** The filter as an address has it: `?q=…&kind=…`; '' when nothing is asked for. */
export function queryOf(filter: FindingFilter, extra: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, ...extra })) {
    if (value === undefined || value === null) continue;
    query.set(key, key === 'segment' && value === '' ? NO_SEGMENT : String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
