import { z } from 'zod';
import { type Actor, can } from '../auth/can.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import type { Rooms } from '../runtime.ts';
import { journeyDocument } from '../sync/protocol.ts';
import { writeSnapshot } from './snapshots/write.ts';

export {
  listSnapshots,
  readSnapshot,
  type Snapshot,
  type SnapshotSummary,
  type StoredFigures,
} from './snapshots/read.ts';

/** What a snapshot is called: said by whoever takes it, never empty. */
export const snapshotLabel = z.string().trim().min(1).max(120);

/**
 * Takes a snapshot of the workshop's map as it is now, everything in it durable, and tells the map's
 * clients. There is no way to change or remove one. Throws forbidden, invalidInput, roomUnavailable.
 */
export async function takeSnapshot(
  db: Db,
  actor: Actor,
  input: { label: string },
  rooms: Rooms,
): Promise<{ number: number }> {
  if (!can(actor, 'snapshot.take')) throw new AppError('forbidden');
  const label = snapshotLabel.safeParse(input.label);
  if (!label.success) throw new AppError('invalidInput', { field: 'label' }, { cause: label.error });
  const { workshopId, userId } = actor;
  const document = journeyDocument(workshopId);
  const state = await rooms.read(document);
  const taken = await writeSnapshot(db, {
    workshopId,
    state,
    label: label.data,
    reason: 'manual',
    takenBy: userId,
  });
  rooms.notify(document, { type: 'snapshots' });
  return taken;
}
