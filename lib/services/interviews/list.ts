import { and, asc, count, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Actor, can } from '../../auth/can.ts';
import { findings, interviews, members, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { type InterviewRow, rightsIn } from './access.ts';
import { mayPlan } from './plan-access.ts';

export interface InterviewSummary
  extends Pick<
    InterviewRow,
    'id' | 'alias' | 'kind' | 'segment' | 'personaId' | 'plannedAt' | 'heldOn' | 'status' | 'sharedAt'
  > {
  /** Names in this workshop; null where nobody has taken it on, or has left since. */
  interviewer: string | null;
  noteTaker: string | null;
  sharedBy: string | null;
  turns: number;
  findings: number;
  /** Consent to notes is recorded: it may be held. */
  consented: boolean;
  quoteOnMap: boolean;
  own: boolean;
  /** The actor may read what was said. */
  readable: boolean;
  /** The actor arranges it. */
  plannable: boolean;
}

/** Every interview of the actor's workshop, in the order they were planned or taken in. */
async function summaries(db: Db, actor: Actor): Promise<InterviewSummary[]> {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  const interviewer = alias(members, 'interviewer');
  const noteTaker = alias(members, 'note_taker');
  const sharer = alias(members, 'sharer');
  const rows = await db
    .select({
      row: interviews,
      interviewer: interviewer.displayName,
      noteTaker: noteTaker.displayName,
      sharedBy: sharer.displayName,
    })
    .from(interviews)
    .leftJoin(
      interviewer,
      and(
        eq(interviewer.workshopId, interviews.workshopId),
        eq(interviewer.userId, interviews.interviewerId),
      ),
    )
    .leftJoin(
      noteTaker,
      and(eq(noteTaker.workshopId, interviews.workshopId), eq(noteTaker.userId, interviews.noteTakerId)),
    )
    .leftJoin(
      sharer,
      and(eq(sharer.workshopId, interviews.workshopId), eq(sharer.userId, interviews.sharedBy)),
    )
    .where(eq(interviews.workshopId, actor.workshopId))
    .orderBy(asc(interviews.createdAt), asc(interviews.id));
  const turnCount = await countBy(db, turns, actor.workshopId);
  const findingCount = await countBy(db, findings, actor.workshopId);
  return rows.map(({ row, ...names }) => {
    const rights = rightsIn(actor, row);
    return {
      ...names,
      id: row.id,
      alias: row.alias,
      kind: row.kind,
      segment: row.segment,
      personaId: row.personaId,
      plannedAt: row.plannedAt,
      heldOn: row.heldOn,
      status: row.status,
      sharedAt: row.sharedAt,
      turns: turnCount.get(row.id) ?? 0,
      findings: findingCount.get(row.id) ?? 0,
      consented: row.consent.notes && row.consentAt !== null,
      quoteOnMap: row.consent.quoteOnMap,
      own: rights.own,
      readable: rights.read,
      plannable: mayPlan(actor, row),
    };
  });
}

/**
 * The interviews the actor may read, in the order they were taken in, and how many more there are that
 * have not been shared. Throws forbidden.
 */
export async function listInterviews(
  db: Db,
  actor: Actor,
): Promise<{ interviews: InterviewSummary[]; notShared: number }> {
  const all = await summaries(db, actor);
  const readable = all.filter((interview) => interview.readable);
  return { interviews: readable, notShared: all.length - readable.length };
}

/**
 * The plan: whoever holds interviews sees them all, with who holds which when, but opens only what they may
 * read; everybody else sees the shared ones. `all` is for counting by segment and is never shown line by
 * line. Throws forbidden.
 */
export async function readPlan(
  db: Db,
  actor: Actor,
): Promise<{
  interviews: InterviewSummary[];
  notShared: number;
  all: Pick<InterviewSummary, 'kind' | 'segment' | 'personaId' | 'status'>[];
}> {
  const all = await summaries(db, actor);
  const holds = can(actor, 'interview.create');
  const seen = all.filter((interview) => holds || interview.readable);
  return { interviews: seen, notShared: all.length - seen.length, all };
}

async function countBy(db: Db, table: typeof turns | typeof findings, workshopId: string) {
  const rows = await db
    .select({ id: table.interviewId, n: count() })
    .from(table)
    .innerJoin(interviews, eq(interviews.id, table.interviewId))
    .where(eq(interviews.workshopId, workshopId))
    .groupBy(sql`${table.interviewId}`);
  return new Map(rows.map((row) => [row.id, row.n]));
}
