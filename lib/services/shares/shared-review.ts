import { type Actor, can } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { type OutsideWords, outsideReview } from '../../review/outside.ts';
import type { Review } from '../../review/review.ts';
import { heldDecisions } from '../snapshots/held-decisions.ts';
import { readSnapshot } from '../snapshots.ts';
import { quotableInterviews } from './quotable.ts';
import { guestOf, type OpenShare } from './visit.ts';

/**
 * What the holder of a link is told: that one snapshot, as it may leave the workshop (lib/review/outside.ts),
 * without what changed since another. Throws snapshotNotFound, snapshotDamaged.
 */
export async function sharedReview(
  db: Db,
  share: Pick<OpenShare, 'workshop' | 'number'>,
  words: OutsideWords,
): Promise<Review> {
  const { number, workshop } = share;
  const snapshot = await readSnapshot(db, guestOf(share), number);
  const rules = {
    quotable: await quotableInterviews(db, workshop.id),
    names: 'numbered' as const,
    words,
  };
  const decisions = await heldDecisions(db, workshop.id);
  const { title, demo } = workshop;
  return outsideReview({ workshop: { title, demo }, snapshot, last: null, decisions }, rules);
}

export interface QuotableShare {
  /** Interviews behind the snapshot. */
  all: number;
  quotable: number;
  /** What the others are called in the workshop: they are counted outside, and not quoted. */
  withheld: string[];
}

/** Whose words a snapshot would show outside as consent stands now. Throws forbidden, and as reading it does. */
export async function quotableShare(db: Db, actor: Actor, number: number): Promise<QuotableShare> {
  if (!can(actor, 'snapshot.share')) throw new AppError('forbidden');
  const { sources } = await readSnapshot(db, actor, number);
  const quotable = await quotableInterviews(db, actor.workshopId);
  const aliases = new Map(Object.values(sources).map(({ interviewId, alias }) => [interviewId, alias]));
  const withheld = [...aliases].flatMap(([id, alias]) => (quotable.has(id) ? [] : alias));
  return { all: aliases.size, quotable: aliases.size - withheld.length, withheld };
}
