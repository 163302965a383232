import { eq } from 'drizzle-orm';
import type { Actor } from '../../auth/can.ts';
import { findings, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { rightsIn } from '../interviews/access.ts';
import { type Retagged, retagFindings } from './retag.ts';
import { tagKey } from './tags.ts';

/** What merging a tag into another would change, to be said before it is done. */
export interface MergeOutlook {
  findings: number;
  interviews: number;
  /** Findings with the tag that are not the actor's to change, or to see; they keep it. */
  kept: number;
}

/** How many findings carry a tag, and where. */
export async function outlookOfMerge(db: Db, actor: Actor, from: string): Promise<MergeOutlook> {
  const { mine, kept } = await tagged(db, actor, from);
  return { findings: mine.length, interviews: new Set(mine.map((row) => row.interviewId)).size, kept };
}

/**
 * Writes one tag for another on every finding of the interviews the actor marks in; also renames, where
 * `into` is new. Throws forbidden when all of them are others', tagsFull never: none gets more than it had.
 */
export async function mergeTags(
  db: Db,
  actor: Actor,
  { from, into }: { from: string; into: string },
): Promise<Retagged> {
  const { mine, kept } = await tagged(db, actor, from);
  const findingIds = mine.map((row) => row.id);
  if (findingIds.length === 0) {
    if (kept > 0) throw new AppError('forbidden');
    return { tags: {}, untouched: 0, undo: [] };
  }
  // One after the other: where only the capitals change, the old spelling must not win.
  const merged = await retagFindings(db, actor, [
    { findingIds, add: [], remove: [from] },
    { findingIds, add: [into], remove: [] },
  ]);
  return { ...merged, untouched: kept };
}

async function tagged(db: Db, actor: Actor, name: string) {
  const rows = await db
    .select({
      id: findings.id,
      interviewId: findings.interviewId,
      tags: findings.tags,
      interview: interviews,
    })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(eq(interviews.workshopId, actor.workshopId));
  const having = rows.filter((row) => row.tags.some((one) => tagKey(one) === tagKey(name)));
  const mine = having.filter((row) => rightsIn(actor, row.interview).mark);
  return { mine, kept: having.length - mine.length };
}
