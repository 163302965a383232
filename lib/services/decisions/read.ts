import { and, asc, eq, sql } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { decisions, members, snapshots, users } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { type Decision, type Subject, subjectKey } from '../../review/subject.ts';

/** One revision of what was decided on a subject; `withdrawn` is one that takes back what stood before. */
export interface Revision extends Omit<Decision, 'status'> {
  status: Decision['status'] | 'withdrawn';
}

/** What has been decided on one subject. */
export interface Decided {
  subject: Subject;
  /** The latest revision; a form is opened on it. */
  revision: number;
  /** As it holds now; null where the latest revision took it back. */
  current: Decision | null;
  /** The revisions before, newest first. */
  before: readonly Revision[];
}

/** All revisions of a workshop, oldest first, optionally of one subject. */
export async function revisionsOf(db: Db, workshopId: string, of?: Subject): Promise<Revision[]> {
  const rows = await db
    .select({
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
    .leftJoin(
      members,
      and(eq(members.userId, decisions.decidedBy), eq(members.workshopId, decisions.workshopId)),
    )
    .where(
      and(
        eq(decisions.workshopId, workshopId),
        of && and(eq(decisions.subjectKind, of.kind), eq(decisions.subjectId, of.id)),
      ),
    )
    .orderBy(asc(decisions.revision));
  return rows.map(({ kind, id, ...rest }) => ({ subject: { kind, id }, ...rest }));
}

/** What has been decided in the actor's workshop, by `subjectKey`, whichever snapshot it was on. Throws forbidden. */
export async function decidedIn(db: Db, actor: Actor): Promise<Map<string, Decided>> {
  if (!can(actor, 'snapshot.read')) throw new AppError('forbidden');
  return decidedOf(db, actor.workshopId);
}

/** As decidedIn; whoever calls has asked for the right. */
export async function decidedOf(db: Db, workshopId: string): Promise<Map<string, Decided>> {
  const decided = new Map<string, Decided>();
  for (const revision of await revisionsOf(db, workshopId)) {
    const key = subjectKey(revision.subject);
    decided.set(key, next(decided.get(key), revision));
  }
  return decided;
}

function next(held: Decided | undefined, latest: Revision): Decided {
  const { status, subject, revision } = latest;
  const earlier = held ? (held.current ? [held.current, ...held.before] : held.before) : [];
  return status === 'withdrawn'
    ? { subject, revision, current: null, before: [latest, ...earlier] }
    : { subject, revision, current: { ...latest, status }, before: earlier };
}
