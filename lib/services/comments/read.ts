import { and, asc, eq, sql } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { comments, members, snapshots, users } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { type Subject, subjectKey } from '../../review/subject.ts';

export interface Comment {
  id: string;
  subject: Subject;
  /** null: its author has removed it; that there was one stays to be seen. */
  text: string | null;
  /** null: the person is gone. */
  by: string | null;
  /** The reader wrote it. */
  own: boolean;
  at: Date;
}

/**
 * What is said about a snapshot, by `subjectKey`, oldest first. Leaders and facilitators speak among
 * themselves: nobody else reads it. Throws forbidden.
 */
export async function commentsOn(db: Db, actor: Actor, number: number): Promise<Map<string, Comment[]>> {
  if (!can(actor, 'comment.write')) throw new AppError('forbidden');
  const rows = await db
    .select({
      id: comments.id,
      kind: comments.subjectKind,
      subjectId: comments.subjectId,
      text: comments.text,
      writtenBy: comments.writtenBy,
      by: sql<string | null>`coalesce(${members.displayName}, ${users.name})`,
      at: comments.createdAt,
    })
    .from(comments)
    .innerJoin(snapshots, eq(snapshots.id, comments.snapshotId))
    .leftJoin(users, eq(users.id, comments.writtenBy))
    .leftJoin(
      members,
      and(eq(members.userId, comments.writtenBy), eq(members.workshopId, comments.workshopId)),
    )
    .where(and(eq(comments.workshopId, actor.workshopId), eq(snapshots.number, number)))
    .orderBy(asc(comments.createdAt), asc(comments.id));
  const bySubject = new Map<string, Comment[]>();
  for (const { id, kind, subjectId, text, writtenBy, by, at } of rows) {
    const subject = { kind, id: subjectId };
    const comment = { id, subject, text: text || null, by, own: writtenBy === actor.userId, at };
    const key = subjectKey(subject);
    bySubject.set(key, [...(bySubject.get(key) ?? []), comment]);
  }
  return bySubject;
}
