import { and, desc, eq } from 'drizzle-orm';
import { type SnapshotReason, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Group } from '../../journey/group.ts';
import type { Work } from '../../work/work.ts';
import { sourcesOf } from '../findings.ts';
import { erasedIn } from './erase.ts';
import { groupOf } from './group.ts';
import type { SnapshotRow } from './open.ts';
import { erasureMark, storeSnapshot } from './store.ts';

export interface NewSnapshot {
  workshopId: string;
  map?: 'asIs' | 'toBe';
  /** The live document (`encodeStateAsUpdate`). */
  state: Uint8Array;
  label: string;
  note?: string;
  reason: SnapshotReason;
  /** null: it came by itself. */
  takenBy: string | null;
  /** Default now; the demo's history lies in the past. */
  takenAt?: Date;
  /** Default who has been interviewed and who sits at the table now. */
  group?: Group;
}

export interface Written {
  id: string;
  number: number;
  sha256: string;
  createdAt: Date;
}

/**
 * Stores a snapshot under the workshop's next number, with its sources, figures and hash. This and
 * `writeNews` are the only ways a snapshot comes to be; none changes afterwards but by erasing (erase.ts).
 * Everything that takes time is done before the transaction, and by `work`.
 * @param db the database, or the transaction that makes the rest of a demo
 */
export async function writeSnapshot(db: Db, input: NewSnapshot, work: Work): Promise<Written> {
  const prepare = await preparing(db, input, work);
  for (;;) {
    const { prepared, mark } = await prepare();
    if (!prepared) throw new Error('What need not be news was refused for being none.');
    const written = await storeSnapshot(db, input, prepared, { mark });
    if (written) return written;
  }
}

/**
 * As writeSnapshot, unless the map says nothing that its newest snapshot does not say: then that one is given
 * back. Of several servers that do this at once, one writes.
 * @param unlessSince nothing is compared nor written when there is one taken at this moment or later
 * @returns null when there is nothing on the map, and no snapshot of it
 */
export async function writeNews(
  db: Db,
  input: NewSnapshot & { unlessSince?: Date | undefined },
  work: Work,
): Promise<(Written & { isNew: boolean }) | null> {
  const { workshopId, map = 'asIs', unlessSince } = input;
  const prepare = await preparing(db, input, work);
  for (;;) {
    const newest = await newestOf(db, workshopId, map);
    if (newest && unlessSince && newest.createdAt >= unlessSince) return { ...newest, isNew: false };
    const { prepared, mark } = await prepare(newest);
    if (!prepared) return newest && { ...newest, isNew: false };
    const written = await storeSnapshot(db, input, prepared, { mark, after: newest });
    if (written) return { ...written, isNew: true };
  }
}

/** Looks up what stands beside the map once; each call packs the map with what is erased by then. */
async function preparing(db: Db, { workshopId, state, group: given }: NewSnapshot, work: Work) {
  const found = await sourcesOf(db, workshopId, await work.run('findingsIn', state));
  const group = given ?? (await groupOf(db, workshopId));
  return async (since?: SnapshotRow | null) => {
    const mark = await erasureMark(db, workshopId);
    const erased = (await erasedIn(db, workshopId)).ids;
    return { mark, prepared: await work.run('prepareSnapshot', { state, found, group, erased, since }) };
  };
}

async function newestOf(db: Db, workshopId: string, map: 'asIs' | 'toBe') {
  const [row] = await db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.workshopId, workshopId), eq(snapshots.map, map)))
    .orderBy(desc(snapshots.number))
    .limit(1);
  return row ?? null;
}
