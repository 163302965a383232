import type { FindingView } from '@/lib/services/findings.ts';

/** The colour of a mark's line, in the text and in the list; never the only sign of what it is. */
export function markColour({ kind, valence }: Pick<FindingView, 'kind' | 'valence'>): string {
  if (kind === 'quote') return 'var(--accent)';
  if (kind === 'friction') return 'var(--warn)';
  const v = valence ?? 0;
  return `var(--valence-${v >= 1.5 ? 'p2' : v > 0 ? 'p1' : v === 0 ? '0' : v > -1.5 ? 'm1' : 'm2'})`;
}
