import { asc, count, eq, sql } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { findings, interviews, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { type InterviewRow, rightsIn } from './access.ts';

export interface InterviewSummary extends Pick<InterviewRow, 'id' | 'alias' | 'kind' | 'status' | 'heldOn'> {
  turns: number;
  findings: number;
  quoteOnMap: boolean;
  own: boolean;
}

/**
 * The interviews the actor may read, in the order they were taken in, and how many more there are that
 * have not been shared. Throws forbidden.
 */
export async function listInterviews(
  db: Db,
  actor: Actor,
): Promise<{ interviews: InterviewSummary[]; notShared: number }> {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  const rows = await db
    .select()
    .from(interviews)
    .where(eq(interviews.workshopId, actor.workshopId))
    .orderBy(asc(interviews.createdAt), asc(interviews.id));
  const turnCount = await countBy(db, turns, actor.workshopId);
  const findingCount = await countBy(db, findings, actor.workshopId);
  const readable = rows.filter((row) => rightsIn(actor, row).read);
  return {
    interviews: readable.map((row) => ({
      id: row.id,
      alias: row.alias,
      kind: row.kind,
      status: row.status,
      heldOn: row.heldOn,
      turns: turnCount.get(row.id) ?? 0,
      findings: findingCount.get(row.id) ?? 0,
      quoteOnMap: row.consent.quoteOnMap,
      own: rightsIn(actor, row).own,
    })),
    notShared: rows.length - readable.length,
  };
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
