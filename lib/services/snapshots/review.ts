import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { comments, decisions, snapshots, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Review, ReviewInput } from '../../review/review.ts';
import type { Decision } from '../../review/subject.ts';
import { reviewOf } from '../../review/tell.ts';
import { heldDecisions } from './held-decisions.ts';
import { readSnapshot, type Snapshot } from './read.ts';

/**
 * What a review is written from, without the maps: two that are equal, field by field, are told alike. The
 * hash stands for the content.
 */
export interface ReviewHead {
  workshop: { title: string; demo: boolean };
  snapshot: { number: number; map: 'asIs' | 'toBe'; sha256: string };
  /** The snapshot leadership saw last before this one; null where there is none. */
  last: { number: number; sha256: string } | null;
  decisions: readonly Decision[];
}

/** Throws forbidden, snapshotNotFound. */
export async function reviewHead(db: Db, actor: Actor, number: number): Promise<ReviewHead> {
  if (!can(actor, 'snapshot.read')) throw new AppError('forbidden');
  const { workshopId } = actor;
  const [held] = await db
    .select({
      workshop: { title: workshops.title, demo: workshops.demo },
      snapshot: { number: snapshots.number, map: snapshots.map, sha256: snapshots.sha256 },
    })
    .from(snapshots)
    .innerJoin(workshops, eq(workshops.id, snapshots.workshopId))
    .where(and(eq(snapshots.workshopId, workshopId), eq(snapshots.number, number)));
  if (!held) throw new AppError('snapshotNotFound');
  return {
    ...held,
    last: await lastReviewed(db, workshopId, held.snapshot),
    decisions: await heldDecisions(db, workshopId),
  };
}

/**
 * What leadership is told: a snapshot, what changed since the one reviewed before it, and what is decided.
 * With names of colleagues in it: outside the workshop see lib/review/outside.ts. Throws forbidden,
 * snapshotNotFound, snapshotDamaged.
 */
export async function readReview(db: Db, actor: Actor, head: ReviewHead): Promise<Review> {
  return reviewOf(await inputOf(db, actor, head));
}

async function inputOf(db: Db, actor: Actor, head: ReviewHead): Promise<ReviewInput> {
  const { workshop, last, decisions } = head;
  return {
    workshop,
    decisions,
    snapshot: await readSnapshot(db, actor, head.snapshot.number),
    last: last && (await readable(db, actor, last.number)),
  };
}

/** What a review is written from; for whoever makes it fit for outside first. Throws as readReview. */
export async function reviewInput(db: Db, actor: Actor, number: number): Promise<ReviewInput> {
  return inputOf(db, actor, await reviewHead(db, actor, number));
}

/** As readReview, of the snapshot with this number. */
export async function reviewedSnapshot(db: Db, actor: Actor, number: number): Promise<Review> {
  return readReview(db, actor, await reviewHead(db, actor, number));
}

/**
 * The newest earlier one of the same map with a decision or a comment on it, else the newest earlier one
 * somebody took.
 */
async function lastReviewed(
  db: Db,
  workshopId: string,
  { map, number }: ReviewHead['snapshot'],
): Promise<ReviewHead['last']> {
  const spokenOf = sql<boolean>`(
    exists (select 1 from ${decisions} where ${decisions.snapshotId} = ${snapshots.id})
    or exists (select 1 from ${comments} where ${comments.snapshotId} = ${snapshots.id})
  )`;
  const [last] = await db
    .select({ number: snapshots.number, sha256: snapshots.sha256 })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.workshopId, workshopId),
        eq(snapshots.map, map),
        lt(snapshots.number, number),
        or(inArray(snapshots.reason, ['manual', 'demo']), spokenOf),
      ),
    )
    .orderBy(desc(spokenOf), desc(snapshots.number))
    .limit(1);
  return last ?? null;
}

/** A damaged one is no reason to keep a later one from anybody; opening it says what is wrong with it. */
async function readable(db: Db, actor: Actor, number: number): Promise<Snapshot | null> {
  try {
    return await readSnapshot(db, actor, number);
  } catch {
    return null;
  }
}
