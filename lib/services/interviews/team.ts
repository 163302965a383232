import { and, eq, inArray } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { members } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';

/** The two who hold an interview; null where nobody has taken it on. */
export interface Team {
  interviewerId: string | null;
  noteTakerId: string | null;
}

/**
 * The team with the actor in it, by role, so that nobody loses sight of what they just brought. A
 * facilitator sees every interview and need not be of its team.
 */
export function withActor(actor: Actor, { interviewerId, noteTakerId }: Team): Team {
  const own = interviewerId === actor.userId || noteTakerId === actor.userId;
  if (own || can(actor, 'interview.readRaw')) return { interviewerId, noteTakerId };
  if (actor.role === 'interviewer') return { interviewerId: actor.userId, noteTakerId };
  return { interviewerId, noteTakerId: actor.userId };
}

/** Only members of the workshop interview or take notes, and leaders do neither. Throws invalidInput. */
export async function checkTeam(tx: Db, workshopId: string, team: Team): Promise<void> {
  const ids = [team.interviewerId, team.noteTakerId].filter((id) => id !== null);
  if (ids.length === 0) return;
  const found = await tx
    .select({ userId: members.userId, role: members.role })
    .from(members)
    .where(and(eq(members.workshopId, workshopId), inArray(members.userId, ids)));
  const able = found.filter((member) => can(member, 'interview.list'));
  if (able.length !== new Set(ids).size) throw new AppError('invalidInput', { field: 'interviewerId' });
}
