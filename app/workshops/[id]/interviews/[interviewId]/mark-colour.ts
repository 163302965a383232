import type { FindingView } from '@/lib/services/findings.ts';

type Marked = Pick<FindingView, 'kind' | 'valence'>;

/** The colour of a mark's line, in the text and in the list; never the only sign of what it is. */
export function markColour({ kind, valence }: Marked): string {
  if (kind === 'quote') return 'var(--accent)';
  if (kind === 'friction') return 'var(--warn)';
  if (kind === 'need') return 'var(--ink)';
  if (kind === 'employee') return 'var(--ink-soft)';
  const v = valence ?? 0;
  return `var(--valence-${v >= 1.5 ? 'p2' : v > 0 ? 'p1' : v === 0 ? '0' : v > -1.5 ? 'm1' : 'm2'})`;
}

/** Dashes and gaps in pixels; an unbroken line has none. */
const DASHES: Partial<Record<FindingView['kind'], [dash: number, gap: number]>> = {
  friction: [7, 2],
  need: [4, 3],
  employee: [2, 2],
};

/** A mark's line as a background picture: its pattern tells the kind where its colour does not. */
export function markLine(mark: Marked): string {
  const colour = markColour(mark);
  const [dash, gap] = DASHES[mark.kind] ?? [1, 0];
  return `repeating-linear-gradient(90deg, ${colour} 0 ${dash}px, transparent ${dash}px ${dash + gap}px)`;
}
