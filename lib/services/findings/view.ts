import type { findings } from '../../db/schema/index.ts';
import type { InterviewRow } from '../interviews/access.ts';

/** What a passage may be marked as. */
export const FINDING_KINDS = ['quote', 'emotion', 'friction', 'need', 'employee'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export type FindingRow = typeof findings.$inferSelect;

/** A finding as pages and the map's tray see it: the words, who said them by alias, and how they were marked. */
export interface FindingView {
  id: string;
  interviewId: string;
  alias: string;
  interviewKind: 'customer' | 'employee';
  /** False while only the interview's team may see it. */
  shared: boolean;
  kind: FindingKind;
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
  tags: string[];
  /** The touchpoint it was said about, as far as whoever took notes said so. */
  touchpointId: string | null;
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
