import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { erasures, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { figures } from '../../journey/analysis/index.ts';
import { Erased } from '../../journey/erased.ts';
import { withoutErased } from './erase-content.ts';
import { headOf } from './head.ts';
import { openSnapshot } from './open.ts';
import { pack } from './pack.ts';
import { packedColumns } from './packed-columns.ts';

/** Each time words had to be taken out of a snapshot: of whom, by ids alone. */
export const erasureNotes = z.array(
  z.object({
    at: z.iso.datetime(),
    interviewIds: z.array(z.string()),
    cards: z.int().nonnegative(),
    sha256Before: z.string(),
  }),
);
export type ErasureNote = z.infer<typeof erasureNotes>[number];

/** What was erased in a workshop, for whoever is about to write words down. */
export async function erasedIn(db: Db, workshopId: string): Promise<Erased> {
  const erased = new Erased();
  const rows = await db.select().from(erasures).where(eq(erasures.workshopId, workshopId));
  for (const { scope, interviewId, findingIds, cardIds } of rows) {
    if (scope === 'person' || scope === 'quoteOnMap')
      erased.add({ interviewIds: [interviewId], findingIds, cardIds });
  }
  return erased;
}

/**
 * Takes what was erased out of all snapshots of a workshop: the one lawful change of a snapshot. Number, name,
 * moment and all the rest stay; figures and hash are worked out anew, and the snapshot says so. A second
 * time changes nothing.
 * @returns how many snapshots were changed
 */
export async function eraseFromSnapshots(db: Db, workshopId: string, erased: Erased): Promise<number> {
  const rows = await db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(eq(snapshots.workshopId, workshopId))
    .orderBy(asc(snapshots.number));
  let changed = 0;
  for (const { id } of rows) if (await eraseFromOne(db, id, erased)) changed += 1;
  return changed;
}

/** One at a time: a workshop has dozens, each with a whole map in it. */
const eraseFromOne = (db: Db, id: string, erased: Erased): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(snapshots).where(eq(snapshots.id, id)).for('update');
    if (!row) return false;
    const held = await openSnapshot(row);
    const left = withoutErased(held, erased);
    if (!left) return false;
    const note: ErasureNote = {
      at: new Date().toISOString(),
      interviewIds: [...erased.ids.interviewIds],
      cards: left.cards,
      sha256Before: row.sha256,
    };
    const content = {
      journey: left.journey,
      sources: left.sources,
      figures: figures(left.journey),
      group: held.group,
    };
    const packed = await pack(content, left.state);
    await tx
      .update(snapshots)
      .set({
        ...packedColumns(packed),
        figures: headOf(content),
        erasures: [...erasureNotes.parse(row.erasures), note],
      })
      .where(eq(snapshots.id, id));
    return true;
  });
