import { eq } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { createDocument } from '../../db/documents.ts';
import { workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { translator } from '../../i18n/translator.ts';
import type { ErasedIds } from '../../journey/erased.ts';
import type { Runtime } from '../../runtime.ts';
import { toBeDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import { toBeOf } from '../maps.ts';
import { erasedIn } from '../snapshots/erase.ts';
import { keepMap } from '../snapshots/keep.ts';
import { readSnapshotWhole } from '../snapshots/read.ts';
import { writeSnapshot } from '../snapshots/write.ts';
import { takeSnapshot } from '../snapshots.ts';
import { readWorkshop } from '../workshops.ts';

type Tools = Pick<Runtime, 'rooms' | 'work'>;

/**
 * Makes the workshop's to-be map what a snapshot holds, of whichever map; every id stays, so that both can be
 * compared. `now`: the as-is map as it is, of which a snapshot is taken first. The first time a document is made; later, and only where `over` says that the one
 * there is may be written over, a snapshot of that is taken first and the live map is written forward, seen by
 * everybody in it. In the end a snapshot of the map as branched is taken.
 * @returns the number of that last snapshot, and of the one that holds what was there before
 * @throws AppError forbidden, snapshotNotFound, snapshotDamaged, toBeExists, roomUnavailable
 */
export async function branchToBe(
  db: Db,
  actor: Actor,
  { from, over = false }: { from: number | 'now'; over?: boolean },
  tools: Tools,
): Promise<{ number: number; kept: number | null }> {
  if (!can(actor, 'snapshot.restore')) throw new AppError('forbidden');
  const { workshopId, userId } = actor;
  const exists = (await toBeOf(db, workshopId)) !== null;
  if (exists && !over) throw new AppError('toBeExists');
  const { locale } = await readWorkshop(db, workshopId);
  const t = translator(locale, 'toBe');
  const number =
    from === 'now' ? (await takeSnapshot(db, actor, { label: t('nowLabel') }, tools)).number : from;
  const { state } = await readSnapshotWhole(db, actor, number);
  const kept = exists ? await writeOver(db, actor, { number, state }, tools) : null;
  if (!exists) await create(db, actor, { number, state }, tools);
  const taken = await writeSnapshot(
    db,
    {
      ...{ workshopId, map: 'toBe', reason: 'branch', takenBy: userId },
      state: await tools.rooms.read(toBeDocument(workshopId)),
      label: t('branchLabel', { number }),
    },
    tools.work,
  );
  tools.rooms.notify(toBeDocument(workshopId), { type: 'snapshots' });
  return { number: taken.number, kept };
}

interface From {
  number: number;
  state: Uint8Array;
}

async function create(db: Db, actor: Actor, { number, state }: From, { work }: Tools): Promise<void> {
  const { workshopId } = actor;
  for (;;) {
    const erased = (await erasedIn(db, workshopId)).ids;
    const branched = await work.run('branchedState', { state, erased });
    const isMade = await db.transaction(async (tx) => {
      // Erasing waits in this queue, too: what it took out meanwhile must not come back as a new map.
      const [row] = await tx
        .select({ toBeAt: workshops.toBeAt })
        .from(workshops)
        .where(eq(workshops.id, workshopId))
        .for('no key update');
      if (row?.toBeAt) throw new AppError('toBeExists');
      if (sizeOf((await erasedIn(tx, workshopId)).ids) !== sizeOf(erased)) return false;
      await createDocument(tx, toBeDocument(workshopId), branched);
      await record(tx, actor, number, false);
      return true;
    });
    if (isMade) return;
  }
}

async function writeOver(db: Db, actor: Actor, { number, state }: From, tools: Tools) {
  const { workshopId } = actor;
  const map = { workshopId, map: 'toBe' } as const;
  const occasion = { reason: 'restore', number } as const;
  await keepMap(db, map, occasion, tools);
  // What was erased since the snapshot was taken, the room leaves out.
  const before = await tools.rooms.restore(toBeDocument(workshopId), state);
  // Others went on editing while that was written: what they did since is kept as well.
  const kept = await keepMap(db, { ...map, state: before }, occasion, tools);
  await db.transaction((tx) => record(tx, actor, number, true));
  const safety = kept?.number ?? null;
  tools.rooms.notify(toBeDocument(workshopId), { type: 'restored', number, safety, by: actor.userId });
  return safety;
}

async function record(tx: Db, { workshopId, userId }: Actor, number: number, again: boolean): Promise<void> {
  await tx
    .update(workshops)
    .set({ toBeAt: new Date(), toBeFrom: number })
    .where(eq(workshops.id, workshopId));
  await audit(tx, { workshopId, actorId: userId, event: 'toBe.branched', detail: { number, again } });
}

/** What was erased only grows. */
const sizeOf = ({ interviewIds, findingIds, cardIds }: ErasedIds): number =>
  interviewIds.length + findingIds.length + cardIds.length;
