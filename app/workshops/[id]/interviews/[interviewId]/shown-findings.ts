import type { FindingView, Mark } from '@/lib/services/findings.ts';
import type { Passage } from './dom-passage.ts';

const inTextOrder = (a: FindingView, b: FindingView) =>
  a.turn - b.turn || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);

/** The findings with one more, or with another version of one, in the order of the text. */
export const withOne = (findings: readonly FindingView[], one: FindingView): FindingView[] =>
  [...findings.filter((f) => f.id !== one.id), one].sort(inTextOrder);

/** How a finding was marked, to be marked so again. */
export function markOf(finding: FindingView): Mark {
  if (finding.kind === 'emotion') {
    return { kind: 'emotion', emoji: finding.emoji ?? '', valence: finding.valence ?? 0 };
  }
  if (finding.kind === 'friction') {
    return { kind: 'friction', severity: finding.severity as 1 | 2 | 3 };
  }
  return { kind: finding.kind };
}

const PENDING = 'pending:';

/** Shown at once, paler, until the server has stored it. */
export const isPending = (finding: FindingView): boolean => finding.id.startsWith(PENDING);

/** What is shown of a mark before the server has answered. */
export const provisional = (interviewId: string, passage: Passage, mark: Mark): FindingView => ({
  id: `${PENDING}${passage.turn}:${passage.start}:${passage.end}:${mark.kind}`,
  interviewId,
  alias: '',
  interviewKind: 'customer',
  shared: false,
  speaker: '',
  atMs: null,
  turn: passage.turn,
  start: passage.start,
  end: passage.end,
  words: passage.words,
  kind: mark.kind,
  emoji: mark.kind === 'emotion' ? mark.emoji : null,
  valence: mark.kind === 'emotion' ? mark.valence : null,
  severity: mark.kind === 'friction' ? mark.severity : null,
  tags: [],
  touchpointId: null,
});
