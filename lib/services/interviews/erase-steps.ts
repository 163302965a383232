import { asc, eq, isNull } from 'drizzle-orm';
import { erasures } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { Erased } from '../../journey/erased.ts';
import type { Rooms } from '../../runtime.ts';
import { notesDocument } from '../../sync/protocol.ts';
import type { Work } from '../../work/work.ts';
import { tellMaps } from '../maps.ts';
import { eraseFromSnapshots } from '../snapshots/erase.ts';

/** What erasing reaches besides the tables. */
export interface EraseTools {
  rooms: Pick<Rooms, 'read' | 'erase' | 'remove' | 'notify'>;
  /** Takes words out of snapshots. */
  work: Work;
  /** Makes deleted rows vanish from the database's files (`scrub`, lib/db). Throws while it cannot. */
  scrub(): Promise<void>;
  /** Forgets what was drawn or worked out from the map and is kept in memory. */
  forget(): void;
}

/** An erasure as whoever may erase sees it; no words, no alias. */
export interface ErasureState {
  id: string;
  scope: (typeof erasures.$inferSelect)['scope'];
  /** turns, findings, cards, copies, snapshots. */
  counts: Record<string, number>;
  begunAt: Date;
  /** Null while something is still to be done. */
  completedAt: Date | null;
}

type Row = typeof erasures.$inferSelect;

export const stateOf = ({ id, scope, counts, createdAt, completedAt }: Row): ErasureState => ({
  id,
  scope,
  counts,
  begunAt: createdAt,
  completedAt,
});

/** One erasure at a time in this process: each writes whole tables anew. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Does, or goes on with, what an erasure's row says: both live maps and their past, notes, snapshots, memory, files.
 * Each step can be done twice, so that it may be begun anew after it broke anywhere. Throws roomUnavailable;
 * while the files are in use it resolves with `completedAt: null`.
 */
export function finishErasure(db: Db, erasureId: string, tools: EraseTools): Promise<ErasureState> {
  const run = last.then(() => steps(db, erasureId, tools));
  last = run.catch(() => undefined);
  return run;
}

async function steps(
  db: Db,
  erasureId: string,
  { rooms, work, scrub, forget }: EraseTools,
): Promise<ErasureState> {
  const [row] = await db.select().from(erasures).where(eq(erasures.id, erasureId));
  if (!row) throw new AppError('notFound');
  if (row.completedAt) return stateOf(row);
  const { workshopId, interviewId, findingIds, cardIds } = row;

  const ids = { interviewIds: [interviewId], findingIds, cardIds };
  const live = await rooms.erase(workshopId, ids);
  // What was counted before it broke stays counted.
  await count(db, row, 'cards', live.cards);
  if (row.scope === 'person') await rooms.remove(notesDocument(interviewId));
  const erased = new Erased();
  erased.add(ids);
  const changed = await eraseFromSnapshots(db, workshopId, erased, work);
  await count(db, row, 'snapshots', changed);
  forget();
  tellMaps(rooms, workshopId, { type: 'findings' });
  if (changed > 0) tellMaps(rooms, workshopId, { type: 'snapshots' });
  try {
    await scrub();
  } catch (error) {
    if (error instanceof Error && error.name === 'StorageBusy') return stateOf(row);
    throw error;
  }
  row.completedAt = new Date();
  await db.update(erasures).set({ completedAt: row.completedAt }).where(eq(erasures.id, row.id));
  return stateOf(row);
}

async function count(db: Db, row: Row, what: string, n: number): Promise<void> {
  row.counts = { ...row.counts, [what]: (row.counts[what] ?? 0) + n };
  await db.update(erasures).set({ counts: row.counts }).where(eq(erasures.id, row.id));
}

/**
 * Goes on with every erasure that broke off: at the server's start, and now and then, because files may have
 * been in use. For the server's own use.
 * @param failed told of each that cannot be finished now
 */
export async function finishErasures(
  db: Db,
  tools: EraseTools,
  failed: (erasureId: string, cause: unknown) => void,
): Promise<void> {
  const rows = await db
    .select({ id: erasures.id })
    .from(erasures)
    .where(isNull(erasures.completedAt))
    .orderBy(asc(erasures.createdAt));
  for (const { id } of rows) {
    try {
      const { completedAt } = await finishErasure(db, id, tools);
      if (!completedAt) failed(id, new Error('The database’s files are in use.'));
    } catch (cause) {
      failed(id, cause);
    }
  }
}
