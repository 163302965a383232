import { z } from 'zod';
import { type Actor, can } from '../auth/can.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import type { Runtime } from '../runtime.ts';
import { type MapName, mapDocument } from '../sync/protocol.ts';
import { writeSnapshot } from './snapshots/write.ts';

export type { HeadFigures } from './snapshots/head.ts';
export {
  listSnapshots,
  readSnapshot,
  readSnapshotWhole,
  type Snapshot,
  type SnapshotSummary,
} from './snapshots/read.ts';
export { type Restored, restoreSnapshot } from './snapshots/restore.ts';
export { readSide, type Side, type SideName } from './snapshots/sides.ts';

/** What a snapshot is called: said by whoever takes it, never empty. */
export const snapshotLabel = z.string().trim().min(1).max(120);
/** What else there is to say of it; may be empty. */
export const snapshotNote = z.string().trim().max(2_000);

/**
 * Takes a snapshot of one of the workshop's maps as it is now, everything in it durable, and tells the map's
 * clients. There is no way to change or remove one. Throws forbidden, invalidInput, toBeMissing, roomUnavailable.
 */
export async function takeSnapshot(
  db: Db,
  actor: Actor,
  input: { label: string; note?: string | undefined; map?: MapName | undefined },
  { rooms, work }: Pick<Runtime, 'rooms' | 'work'>,
): Promise<{ number: number }> {
  if (!can(actor, 'snapshot.take')) throw new AppError('forbidden');
  const label = snapshotLabel.safeParse(input.label);
  if (!label.success) throw new AppError('invalidInput', { field: 'label' }, { cause: label.error });
  const note = snapshotNote.safeParse(input.note ?? '');
  if (!note.success) throw new AppError('invalidInput', { field: 'note' }, { cause: note.error });
  const { workshopId, userId } = actor;
  const { map = 'asIs' } = input;
  const document = mapDocument(workshopId, map);
  const state = await rooms.read(document);
  const { number } = await writeSnapshot(
    db,
    { workshopId, map, state, label: label.data, note: note.data, reason: 'manual', takenBy: userId },
    work,
  );
  rooms.notify(document, { type: 'snapshots' });
  return { number };
}
