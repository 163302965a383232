import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../auth/can.ts';
import { findings, members, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { FindingView } from '../findings/view.ts';
import { viewOf } from '../findings/view.ts';
import { type InterviewRights, type InterviewRow, readableInterview } from './access.ts';
import { asClean } from './as-clean.ts';

export interface TurnView {
  /** 0-based; the anchor on its page is `#turn-<position>`. */
  position: number;
  speaker: string;
  role: 'interviewer' | 'interviewee';
  atMs: number | null;
  /** As it was said for the interview's team, the clean copy for everybody else. */
  text: string;
  /** For the team, the clean copy where it differs; null for everybody else. */
  clean: string | null;
}

/** The columns of a TurnView, as the team has them. */
export const turnColumns = {
  position: turns.position,
  speaker: turns.speaker,
  role: turns.role,
  atMs: turns.atMs,
  text: turns.text,
  clean: turns.clean,
};

export interface InterviewView {
  interview: Omit<InterviewRow, 'workshopId'>;
  rights: InterviewRights;
  turns: TurnView[];
  /** In the order of the text. */
  findings: FindingView[];
  /** What whoever shared it is called in the workshop; null when they have left it. */
  sharedBy: string | null;
}

/**
 * One interview with its turns and findings; whoever may not read the raw text gets the clean copy, and
 * where the findings stand in that. Throws as readableInterview does. */
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
  // Nobody's id is an interview's: where nobody shared it, nobody is found.
  const [sharer] = await db
    .select({ name: members.displayName })
    .from(members)
    .where(and(eq(members.workshopId, row.workshopId), eq(members.userId, row.sharedBy ?? row.id)));
  const { workshopId: _workshopId, ...interview } = row;
  const views = marked.map((finding) => viewOf(finding, row));
  const sharedBy = sharer?.name ?? null;
  return {
    interview,
    rights,
    sharedBy,
    ...(rights.raw ? { turns: spoken, findings: views } : asClean(spoken, views)),
  };
}
