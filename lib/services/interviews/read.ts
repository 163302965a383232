import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../auth/can.ts';
import { findings, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { FindingView } from '../findings/view.ts';
import { viewOf } from '../findings/view.ts';
import { type InterviewRights, type InterviewRow, readableInterview } from './access.ts';

export interface TurnView {
  /** 0-based; the anchor on its page is `#turn-<position>`. */
  position: number;
  speaker: string;
  role: 'interviewer' | 'interviewee';
  atMs: number | null;
  text: string;
}

/** The columns of a TurnView. */
export const turnColumns = {
  position: turns.position,
  speaker: turns.speaker,
  role: turns.role,
  atMs: turns.atMs,
  text: turns.text,
};

export interface InterviewView {
  interview: Omit<InterviewRow, 'workshopId'>;
  rights: InterviewRights;
  turns: TurnView[];
  /** In the order of the text. */
  findings: FindingView[];
}

/** One interview with its turns and findings. Throws as readableInterview does. */
export async function readInterview(db: Db, actor: Actor, interviewId: string): Promise<InterviewView> {
  const { row, rights } = await readableInterview(db, actor, interviewId);
  const spoken = await db
    .select(turnColumns)
    .from(turns)
    .where(eq(turns.interviewId, row.id))
    .orderBy(asc(turns.position));
  const marked = await db
    .select()
    .from(findings)
    .where(eq(findings.interviewId, row.id))
    .orderBy(asc(findings.turn), asc(findings.start), asc(findings.end), asc(findings.createdAt));
  const { workshopId: _workshopId, ...interview } = row;
  return { interview, rights, turns: spoken, findings: marked.map((finding) => viewOf(finding, row)) };
}
