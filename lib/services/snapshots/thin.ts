import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import { comments, decisions, shareLinks, snapshots, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { audit } from '../audit.ts';
import { type Aged, THINNED, toThin } from './thinning.ts';

/**
 * Removes what the rule (thinning.ts) lets go of every workshop, with an audit line that has the numbers.
 * For the server's own use; two servers may do it at once.
 * @param failed told of each workshop that has to wait for the next time
 * @returns how many snapshots went
 */
export async function thinSnapshots(
  db: Db,
  now: Date,
  failed: (workshopId: string, cause: unknown) => void,
): Promise<number> {
  const rows = await db
    .selectDistinct({ workshopId: snapshots.workshopId })
    .from(snapshots)
    .where(
      and(inArray(snapshots.reason, [...THINNED]), lt(snapshots.createdAt, new Date(now.getTime() - DAY))),
    );
  let gone = 0;
  for (const { workshopId } of rows) {
    try {
      gone += await thinOne(db, workshopId, now);
    } catch (cause) {
      failed(workshopId, cause);
    }
  }
  return gone;
}

const DAY = 86_400_000;

async function thinOne(db: Db, workshopId: string, now: Date): Promise<number> {
  // Looked at without a lock first: on most days there is nothing to do.
  if (toThin(await agedIn(db, workshopId), now).length === 0) return 0;
  return db.transaction(async (tx) => {
    // The queue of those that take one; whoever decides or comments on one waits for the row itself.
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, workshopId))
      .for('no key update');
    const own = eq(snapshots.workshopId, workshopId);
    const candidates = toThin(await agedIn(tx, workshopId), now);
    const those = and(own, inArray(snapshots.number, candidates));
    await tx
      .select({ id: snapshots.id })
      .from(snapshots)
      .where(those)
      .orderBy(asc(snapshots.id))
      .for('update');
    // Somebody may have been writing about one until it was held.
    const numbers = toThin(await agedIn(tx, workshopId), now);
    if (numbers.length === 0) return 0;
    await tx.delete(snapshots).where(and(own, inArray(snapshots.number, numbers)));
    const detail = { numbers: numbers.join(', '), count: numbers.length };
    await audit(tx, { workshopId, actorId: null, event: 'snapshot.thinned', detail });
    return numbers.length;
  });
}

/** A workshop's snapshots as the rule sees them. */
async function agedIn(db: Db, workshopId: string): Promise<Aged[]> {
  const rows = await db
    .select({
      id: snapshots.id,
      number: snapshots.number,
      map: snapshots.map,
      reason: snapshots.reason,
      takenAt: snapshots.createdAt,
    })
    .from(snapshots)
    .where(eq(snapshots.workshopId, workshopId));
  const held = new Set<string>();
  for (const table of [decisions, comments, shareLinks]) {
    const referring = await db
      .selectDistinct({ id: table.snapshotId })
      .from(table)
      .where(eq(table.workshopId, workshopId));
    for (const { id } of referring) held.add(id);
  }
  const [workshop] = await db
    .select({ branched: workshops.toBeFrom })
    .from(workshops)
    .where(eq(workshops.id, workshopId));
  return rows.map(({ id, ...row }) => ({
    ...row,
    isHeld: held.has(id) || row.number === workshop?.branched,
  }));
}
