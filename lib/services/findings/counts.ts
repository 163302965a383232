import type { AcrossRow } from './across.ts';

/** How often, and in how many interviews: five mentions by one person are not five people. */
export interface Count {
  findings: number;
  interviews: number;
}

/** Customers and employees are counted apart, never added up. */
export interface CountBy<K> {
  key: K;
  customer: Count;
  employee: Count;
}

/**
 * Counts rows under the keys each has.
 * @returns most customers' interviews first, then employees', then by findings
 */
export function countBy<K extends string | number>(
  rows: readonly AcrossRow[],
  keysOf: (row: AcrossRow) => readonly K[],
): CountBy<K>[] {
  const counts = new Map<K, Record<'customer' | 'employee', { findings: number; interviews: Set<string> }>>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const held = counts.get(key) ?? {
        customer: { findings: 0, interviews: new Set<string>() },
        employee: { findings: 0, interviews: new Set<string>() },
      };
      counts.set(key, held);
      const side = held[row.interviewKind];
      side.findings += 1;
      side.interviews.add(row.interviewId);
    }
  }
  const plain = ({ findings, interviews }: { findings: number; interviews: Set<string> }): Count => ({
    findings,
    interviews: interviews.size,
  });
  return [...counts]
    .map(([key, { customer, employee }]) => ({ key, customer: plain(customer), employee: plain(employee) }))
    .sort(
      (a, b) =>
        b.customer.interviews - a.customer.interviews ||
        b.employee.interviews - a.employee.interviews ||
        b.customer.findings + b.employee.findings - a.customer.findings - a.employee.findings,
    );
}
