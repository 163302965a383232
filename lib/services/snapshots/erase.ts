import { and, asc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { erasures, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { Erased } from '../../journey/erased.ts';
import type { Work } from '../../work/work.ts';
import { EMPTIED } from './open.ts';
import { EMPTY, packedColumns } from './packed-columns.ts';

/** Each time words had to be taken out of a snapshot: of whom, by ids alone. */
export const erasureNotes = z.array(
  z.object({
    at: z.iso.datetime(),
    interviewIds: z.array(z.string()),
    cards: z.int().nonnegative(),
    sha256Before: z.string(),
    /** It was damaged: all that was left of it went. */
    unreadable: z.literal(true).optional(),
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
 * moment and all the rest stay; figures and hash are worked out anew, and the snapshot says so. One that is
 * damaged is emptied: nobody could show it anyway, and nobody knows whose words are in it. A second time
 * changes nothing.
 * @returns how many snapshots were changed
 */
export async function eraseFromSnapshots(
  db: Db,
  workshopId: string,
  erased: Erased,
  work: Work,
): Promise<number> {
  const rows = await db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(eq(snapshots.workshopId, workshopId), ne(snapshots.format, EMPTIED)))
    .orderBy(asc(snapshots.number));
  let changed = 0;
  for (const { id } of rows) {
    // Another server may be at it: then it is looked at once more.
    let done: boolean | null = null;
    while (done === null) done = await eraseFromOne(db, id, erased, work);
    if (done) changed += 1;
  }
  return changed;
}

/** One at a time: a workshop has dozens, each with a whole map in it. Null: it changed meanwhile. */
async function eraseFromOne(db: Db, id: string, erased: Erased, work: Work): Promise<boolean | null> {
  const [row] = await db.select().from(snapshots).where(eq(snapshots.id, id));
  if (!row || row.format === EMPTIED) return false;
  const { number, format, content, state, journey, sources, figures, sha256 } = row;
  const stored = { number, format, content, state, journey, sources, figures, sha256 };
  const result = await work.run('eraseFromSnapshot', { row: stored, erased: erased.ids });
  if (result.kind === 'untouched') return false;
  const at = new Date().toISOString();
  const note: ErasureNote =
    result.kind === 'unreadable'
      ? { at, interviewIds: [], cards: 0, sha256Before: sha256, unreadable: true }
      : { at, interviewIds: [...erased.ids.interviewIds], cards: result.cards, sha256Before: sha256 };
  const left =
    result.kind === 'unreadable'
      ? { ...EMPTY, figures: {} }
      : { ...packedColumns(result.packed), figures: result.head };
  const updated = await db
    .update(snapshots)
    .set({ ...left, erasures: [...erasureNotes.parse(row.erasures), note] })
    .where(and(eq(snapshots.id, id), eq(snapshots.sha256, sha256), eq(snapshots.format, format)))
    .returning({ id: snapshots.id });
  return updated.length > 0 ? true : null;
}
