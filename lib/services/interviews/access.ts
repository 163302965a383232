import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';

export type InterviewRow = typeof interviews.$inferSelect;

/** What the actor may do with one interview, by the rights table. */
export interface InterviewRights {
  own: boolean;
  read: boolean;
  /** What was said, word for word; whoever reads without it reads the clean copy. */
  raw: boolean;
  mark: boolean;
}

export function rightsIn(
  actor: Actor,
  row: Pick<InterviewRow, 'interviewerId' | 'noteTakerId' | 'status'>,
): InterviewRights {
  const own = row.interviewerId === actor.userId || row.noteTakerId === actor.userId;
  const resource = { ownInterview: own };
  const shared = row.status === 'shared' && can(actor, 'interview.readShared', resource);
  const raw = can(actor, 'interview.readRaw', resource);
  return {
    own,
    read: shared || raw,
    raw,
    mark: can(actor, 'interview.mark', resource),
  };
}

/**
 * An interview of the actor's workshop that the actor may read. Throws interviewNotFound (also for an id
 * of another workshop), forbidden for roles that read no interviews, interviewNotShared.
 */
export async function readableInterview(
  db: Db,
  actor: Actor,
  interviewId: string,
): Promise<{ row: InterviewRow; rights: InterviewRights }> {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(interviewId).success) throw new AppError('interviewNotFound');
  const [row] = await db
    .select()
    .from(interviews)
    .where(and(eq(interviews.id, interviewId), eq(interviews.workshopId, actor.workshopId)));
  if (!row) throw new AppError('interviewNotFound');
  const rights = rightsIn(actor, row);
  if (!rights.read) throw new AppError('interviewNotShared');
  return { row, rights };
}

/** As readableInterview, for whoever is about to mark or share. Throws forbidden besides. */
export async function markableInterview(db: Db, actor: Actor, interviewId: string): Promise<InterviewRow> {
  const { row, rights } = await readableInterview(db, actor, interviewId);
  if (!rights.mark) throw new AppError('forbidden');
  return row;
}
