import type { FindingKind } from './view.ts';

/** Which findings are asked for; `undefined` asks for nothing in particular. */
export interface FindingFilter {
  /** Words, in Swedish or English. */
  q?: string | undefined;
  kind?: FindingKind | undefined;
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

/** Stands in an address for a segment nobody named. */
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
