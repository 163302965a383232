import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { comments } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { audit } from '../audit.ts';
import { expectSubject, snapshotId } from '../decisions/decide.ts';
import { checked } from '../decisions/input.ts';
import { storable } from '../snapshots/canonical.ts';
import { type CommentInput, commentInput } from './input.ts';

/** Most that stand on one snapshot: more than any group writes, and few enough to be read. */
export const MOST_COMMENTS = 500;

/**
 * Says something about a subject of a snapshot. The same words by the same person within a minute are one
 * comment: a form sent twice. Throws forbidden, invalidInput, snapshotNotFound, notFound, commentsFull.
 * @returns `again`: it stood there already
 */
export async function addComment(
  db: Db,
  actor: Actor,
  input: CommentInput,
): Promise<{ id: string; again: boolean }> {
  if (!can(actor, 'comment.write')) throw new AppError('forbidden');
  const { number, subject, text } = storable(checked(commentInput, input));
  await expectSubject(db, actor, number, subject);
  const of = await snapshotId(db, actor, number);
  const { workshopId, userId } = actor;
  return db.transaction(async (tx) => {
    // One of the same person at a time: what is sent twice arrives at the same moment.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`comment ${userId}`}, 0))`);
    const onSnapshot = eq(comments.snapshotId, of);
    const [same] = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(
        and(
          ...[onSnapshot, eq(comments.writtenBy, userId), eq(comments.text, text)],
          ...[eq(comments.subjectKind, subject.kind), eq(comments.subjectId, subject.id)],
          gt(comments.createdAt, sql`now() - interval '1 minute'`),
        ),
      )
      .orderBy(desc(comments.createdAt))
      .limit(1);
    if (same) return { id: same.id, again: true };
    if ((await tx.$count(comments, onSnapshot)) >= MOST_COMMENTS)
      throw new AppError('commentsFull', { max: MOST_COMMENTS });
    const [row] = await tx
      .insert(comments)
      .values({
        ...{ workshopId, snapshotId: of, subjectKind: subject.kind, subjectId: subject.id },
        ...{ text, writtenBy: userId },
      })
      .returning({ id: comments.id });
    if (!row) throw new Error('The new comment came back without an id.');
    const detail = { number, kind: subject.kind };
    await audit(tx, { workshopId, actorId: userId, event: 'comment.written', detail });
    return { id: row.id, again: false };
  });
}

/**
 * Takes the words of one's own comment away; that there was one stays to be seen. A second time changes
 * nothing. Throws forbidden, notFound (also for somebody else's).
 */
export async function removeComment(db: Db, actor: Actor, id: string): Promise<void> {
  if (!can(actor, 'comment.write')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(id).success) throw new AppError('notFound');
  const { workshopId, userId } = actor;
  await db.transaction(async (tx) => {
    const removed = await tx
      .update(comments)
      .set({ text: '' })
      .where(and(eq(comments.id, id), eq(comments.workshopId, workshopId), eq(comments.writtenBy, userId)))
      .returning({ id: comments.id });
    if (removed.length === 0) throw new AppError('notFound');
    await audit(tx, { workshopId, actorId: userId, event: 'comment.removed' });
  });
}
