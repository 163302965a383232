import { and, desc, eq, max } from 'drizzle-orm';
import { type SnapshotReason, snapshots, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { ErasedIds } from '../../journey/erased.ts';
import type { Group } from '../../journey/group.ts';
import type { Work } from '../../work/work.ts';
import { audit } from '../audit.ts';
import { sourcesOf } from '../findings.ts';
import { storable } from './canonical.ts';
import { erasedIn } from './erase.ts';
import { groupOf } from './group.ts';
import type { SnapshotRow } from './open.ts';
import { packedColumns } from './packed-columns.ts';
import type { Prepared } from './prepare.ts';
import { isThinned } from './thinning.ts';

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
    const { prepared, erased } = await prepare();
    if (!prepared) throw new Error('What need not be news was refused for being none.');
    const written = await store(db, input, prepared, erased);
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
    const { prepared, erased } = await prepare(newest);
    if (!prepared) return newest && { ...newest, isNew: false };
    const written = await store(db, input, prepared, erased, newest);
    if (written) return { ...written, isNew: true };
  }
}

/** Looks up what stands beside the map once; each call packs the map with what is erased by then. */
async function preparing(db: Db, { workshopId, state, group: given }: NewSnapshot, work: Work) {
  const found = await sourcesOf(db, workshopId, await work.run('findingsIn', state));
  const group = given ?? (await groupOf(db, workshopId));
  return async (since?: SnapshotRow | null) => {
    const erased = (await erasedIn(db, workshopId)).ids;
    return { erased, prepared: await work.run('prepareSnapshot', { state, found, group, erased, since }) };
  };
}

/** Null, and nothing is written, when something was erased since, or there is a newer one than `after`. */
function store(
  db: Db,
  { workshopId, label, note = '', reason, map = 'asIs', takenBy, takenAt }: NewSnapshot,
  { packed, head }: Prepared,
  erased: ErasedIds,
  after?: { id: string } | null,
): Promise<Written | null> {
  return db.transaction(async (tx) => {
    // Two taken at once must get two numbers, and none may be passed over: the workshop's row is the queue.
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, workshopId))
      .for('no key update');
    // Erasing takes the same queue: what was erased since it was packed must not come back in here.
    if (sizeOf((await erasedIn(tx, workshopId)).ids) !== sizeOf(erased)) return null;
    if (after !== undefined && (await newestOf(tx, workshopId, map))?.id !== after?.id) return null;
    const [last] = await tx
      .select({ number: max(snapshots.number) })
      .from(snapshots)
      .where(eq(snapshots.workshopId, workshopId));
    const number = (last?.number ?? 0) + 1;
    const [row] = await tx
      .insert(snapshots)
      .values({
        workshopId,
        number,
        map,
        label: storable(label),
        note: storable(note),
        reason,
        ...packedColumns(packed),
        figures: head,
        takenBy,
        ...(takenAt && { createdAt: takenAt }),
      })
      .returning({ id: snapshots.id, createdAt: snapshots.createdAt });
    if (!row) throw new Error('The new snapshot came back without an id.');
    // What comes by itself is nothing anybody did, and no news for the list of workshops.
    const event = isThinned(reason) ? 'snapshot.kept' : 'snapshot.taken';
    await audit(tx, { workshopId, actorId: takenBy, event, detail: { number, reason, map } });
    return { ...row, number, sha256: packed.sha256 };
  });
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

/** What was erased only grows. */
const sizeOf = ({ interviewIds, findingIds, cardIds }: ErasedIds): number =>
  interviewIds.length + findingIds.length + cardIds.length;
