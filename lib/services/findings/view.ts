import type { findings } from '../../db/schema/index.ts';
import type { InterviewRow } from '../interviews/access.ts';

export type FindingRow = typeof findings.$inferSelect;

/** A finding as pages and the map's tray see it: the words, who said them by alias, and how they were marked. */
export interface FindingView {
  id: string;
  interviewId: string;
  alias: string;
  interviewKind: 'customer' | 'employee';
  /** False while only the interview's team may see it. */
  shared: boolean;
  kind: 'quote' | 'emotion' | 'friction';
  words: string;
  speaker: string;
  atMs: number | null;
  /** Position of the turn and the words' place in its text (UTF-16 units, end excluded). */
  turn: number;
  start: number;
  end: number;
  emoji: string | null;
  valence: number | null;
  severity: number | null;
}

export function viewOf(
  finding: FindingRow,
  interview: Pick<InterviewRow, 'alias' | 'kind' | 'status'>,
): FindingView {
  const { createdBy: _createdBy, createdAt: _createdAt, ...shown } = finding;
  return {
    ...shown,
    alias: interview.alias,
    interviewKind: interview.kind,
    shared: interview.status === 'shared',
  };
}
