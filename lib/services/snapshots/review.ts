import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { comments, decisions, snapshots, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Review, ReviewInput } from '../../review/review.ts';
import { reviewOf } from '../../review/tell.ts';
import { heldDecisions } from './held-decisions.ts';
import { readSnapshot, type Snapshot } from './read.ts';

/**
 * What leadership is told of one snapshot: it, the one reviewed before it, and what has been decided since.
 * With names of colleagues in it: outside the workshop see lib/review/outside.ts. Throws forbidden,
 * snapshotNotFound, snapshotDamaged.
 */
export async function reviewedSnapshot(db: Db, actor: Actor, number: number): Promise<Review> {
  return reviewOf(await reviewInput(db, actor, number));
}

/** What a review is written from; for whoever makes it fit for outside first. Throws as reviewedSnapshot. */
export async function reviewInput(db: Db, actor: Actor, number: number): Promise<ReviewInput> {
  const snapshot = await readSnapshot(db, actor, number);
  const [workshop] = await db
    .select({ title: workshops.title, demo: workshops.demo })
    .from(workshops)
    .where(eq(workshops.id, actor.workshopId));
  if (!workshop) throw new AppError('workshopNotFound');
  return {
    workshop,
    snapshot,
    last: await lastReviewed(db, actor, snapshot),
    decisions: await heldDecisions(db, actor.workshopId),
  };
}

/**
 * The snapshot that leadership saw last before this one: the newest earlier one of the same map with a
 * decision or a comment on it, else the newest earlier one somebody took; null where there is none, or it
 * cannot be read.
 */
async function lastReviewed(db: Db, actor: Actor, { map, number }: Snapshot): Promise<Snapshot | null> {
  if (!can(actor, 'snapshot.read')) throw new AppError('forbidden');
  const spokenOf = sql<boolean>`(
    exists (select 1 from ${decisions} where ${decisions.snapshotId} = ${snapshots.id})
    or exists (select 1 from ${comments} where ${comments.snapshotId} = ${snapshots.id})
  )`;
  const [last] = await db
    .select({ number: snapshots.number })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.workshopId, actor.workshopId),
        eq(snapshots.map, map),
        lt(snapshots.number, number),
        or(inArray(snapshots.reason, ['manual', 'demo']), spokenOf),
      ),
    )
    .orderBy(desc(spokenOf), desc(snapshots.number))
    .limit(1);
  if (!last) return null;
  try {
    return await readSnapshot(db, actor, last.number);
  } catch {
    // A damaged one is no reason to keep this one from anybody; opening it says what is wrong with it.
    return null;
  }
}
