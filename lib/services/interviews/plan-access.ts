import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { InterviewRow } from './access.ts';

/**
 * Whether the actor arranges this interview: its own two, the facilitator, and, while nobody has taken it
 * on and nothing has been said, everyone who holds interviews. The plan tells who meets which alias when, and nothing of what was said.
 */
export function mayPlan(
  actor: Actor,
  row: Pick<InterviewRow, 'interviewerId' | 'noteTakerId' | 'status'>,
): boolean {
  const own = row.interviewerId === actor.userId || row.noteTakerId === actor.userId;
  if (can(actor, 'interview.capture', { ownInterview: own })) return true;
  // Once something has been said, whoever takes it on could read it.
  const free = row.status === 'planned' && row.interviewerId === null && row.noteTakerId === null;
  return free && can(actor, 'interview.create');
}

/**
 * An interview of the actor's workshop that the actor arranges. Throws interviewNotFound (also for an id
 * of another workshop), forbidden.
 */
export async function plannableInterview(db: Db, actor: Actor, interviewId: string): Promise<InterviewRow> {
  if (!can(actor, 'interview.create')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(interviewId).success) throw new AppError('interviewNotFound');
  const [row] = await db
    .select()
    .from(interviews)
    .where(and(eq(interviews.id, interviewId), eq(interviews.workshopId, actor.workshopId)));
  if (!row) throw new AppError('interviewNotFound');
  if (!mayPlan(actor, row)) throw new AppError('forbidden');
  return row;
}
