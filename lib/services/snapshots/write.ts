import { eq, max } from 'drizzle-orm';
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
import { packedColumns } from './packed-columns.ts';

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

/**
 * Stores a snapshot under the workshop's next number, with its sources, figures and hash. The only way
 * a snapshot comes to be; none changes afterwards but by erasing (erase.ts). Everything that takes time
 * is done before the transaction, and by `work`.
 * @param db the database, or the transaction that makes the rest of a demo
 */
export async function writeSnapshot(
  db: Db,
  input: NewSnapshot,
  work: Work,
): Promise<{ id: string; number: number; sha256: string }> {
  const { workshopId, label, reason, takenBy, takenAt, state, map = 'asIs', note = '' } = input;
  const found = await sourcesOf(db, workshopId, await work.run('findingsIn', state));
  const asked = input.group ?? (await groupOf(db, workshopId));
  for (;;) {
    const erased = (await erasedIn(db, workshopId)).ids;
    const { packed, head } = await work.run('prepareSnapshot', { state, found, group: asked, erased });
    const taken = await db.transaction(async (tx) => {
      // Two taken at once must get two numbers, and none may be passed over: the workshop's row is the queue.
      await tx
        .select({ id: workshops.id })
        .from(workshops)
        .where(eq(workshops.id, workshopId))
        .for('no key update');
      // Erasing takes the same queue: what was erased since it was packed must not come back in here.
      if (sizeOf((await erasedIn(tx, workshopId)).ids) !== sizeOf(erased)) return null;
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
        .returning({ id: snapshots.id });
      if (!row) throw new Error('The new snapshot came back without an id.');
      const detail = { number, reason, map };
      await audit(tx, { workshopId, actorId: takenBy, event: 'snapshot.taken', detail });
      return { id: row.id, number, sha256: packed.sha256 };
    });
    if (taken) return taken;
  }
}

/** What was erased only grows. */
const sizeOf = ({ interviewIds, findingIds, cardIds }: ErasedIds): number =>
  interviewIds.length + findingIds.length + cardIds.length;
