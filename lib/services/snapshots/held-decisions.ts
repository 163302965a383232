import { and, desc, eq, sql } from 'drizzle-orm';
import { decisions, members, snapshots, users } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Decision } from '../../review/subject.ts';

/** A workshop's decisions as they hold now, the latest decided first; whoever calls has asked for the right. */
export async function heldDecisions(db: Db, workshopId: string): Promise<Decision[]> {
  const rows = await db
    .selectDistinctOn([decisions.subjectKind, decisions.subjectId], {
      kind: decisions.subjectKind,
      id: decisions.subjectId,
      revision: decisions.revision,
      number: snapshots.number,
      choice: decisions.choice,
      text: decisions.text,
      owner: decisions.owner,
      functionName: decisions.functionName,
      dueOn: decisions.dueOn,
      status: decisions.status,
      by: sql<string | null>`coalesce(${members.displayName}, ${users.name})`,
      at: decisions.createdAt,
    })
    .from(decisions)
    .innerJoin(snapshots, eq(snapshots.id, decisions.snapshotId))
    .leftJoin(users, eq(users.id, decisions.decidedBy))
    .leftJoin(members, and(eq(members.userId, decisions.decidedBy), eq(members.workshopId, workshopId)))
    .where(eq(decisions.workshopId, workshopId))
    .orderBy(decisions.subjectKind, decisions.subjectId, desc(decisions.revision));
  return rows
    .map(({ kind, id, ...rest }) => ({ subject: { kind, id }, ...rest }))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}
