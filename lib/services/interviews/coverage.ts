import type { InterviewRow } from './access.ts';

/** How far the interviews of one group have come; each interview counts in one of the three. */
export interface Coverage {
  /** Still to be held. */
  planned: number;
  /** Held or being held, not shared yet. */
  held: number;
  shared: number;
}

export interface SegmentCoverage extends Coverage {
  /** As it was first written; '' where nobody said. */
  segment: string;
}

type Counted = Pick<InterviewRow, 'kind' | 'segment' | 'personaId' | 'status'>;

const stageOf = (status: InterviewRow['status']): keyof Coverage =>
  status === 'planned' || status === 'shared' ? status : 'held';

function sumOf(rows: readonly Counted[]): Coverage {
  const sum: Coverage = { planned: 0, held: 0, shared: 0 };
  for (const row of rows) sum[stageOf(row.status)] += 1;
  return sum;
}

/**
 * Interviews of one kind by segment, the most asked first, those without a segment last; spelling in
 * capitals or not is the same segment. Customers and employees are counted apart, always.
 */
export function coverageBySegment(rows: readonly Counted[], kind: InterviewRow['kind']): SegmentCoverage[] {
  const groups = new Map<string, Counted[]>();
  for (const row of rows.filter((r) => r.kind === kind)) {
    const key = row.segment.trim().toLocaleLowerCase('sv');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .map(([key, group]) => ({
      segment: key === '' ? '' : (group[0]?.segment.trim() ?? ''),
      ...sumOf(group),
    }))
    .sort(
      (a, b) =>
        Number(a.segment === '') - Number(b.segment === '') ||
        total(b) - total(a) ||
        a.segment.localeCompare(b.segment, 'sv'),
    );
}

/** Customers' interviews by persona, in the personas' own order; a persona nobody has met has zeros. */
export function coverageByPersona<P extends { id: string }>(
  rows: readonly Counted[],
  personas: readonly P[],
): (Coverage & { persona: P })[] {
  const customers = rows.filter((row) => row.kind === 'customer');
  return personas.map((persona) => ({
    persona,
    ...sumOf(customers.filter((row) => row.personaId === persona.id)),
  }));
}

export const total = ({ planned, held, shared }: Coverage): number => planned + held + shared;
