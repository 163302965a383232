import { type Actor, can } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Runtime } from '../../runtime.ts';
import { type MapName, mapDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import { keepMap } from './keep.ts';
import { readSnapshotWhole } from './read.ts';

export interface Restored {
  number: number;
  map: MapName;
  /** The snapshot that brings back what the map held before; null when it held nothing. */
  safety: number | null;
}

/**
 * Makes the live map what a snapshot of it holds, before everybody's eyes, once what it holds now is kept in a
 * snapshot: restoring that one undoes it. What was erased since stays erased. Throws forbidden,
 * snapshotNotFound, snapshotDamaged, toBeMissing, roomUnavailable.
 */
export async function restoreSnapshot(
  db: Db,
  actor: Actor,
  number: number,
  { rooms, work }: Pick<Runtime, 'rooms' | 'work'>,
): Promise<Restored> {
  if (!can(actor, 'snapshot.restore')) throw new AppError('forbidden');
  const { map, state } = await readSnapshotWhole(db, actor, number);
  const { workshopId, userId } = actor;
  const document = mapDocument(workshopId, map);
  const occasion = { reason: 'restore', number } as const;
  await keepMap(db, { workshopId, map }, occasion, { rooms, work });
  const before = await rooms.restore(document, state);
  // Others went on editing while that was written: what they did since is kept as well.
  const kept = await keepMap(db, { workshopId, map, state: before }, occasion, { rooms, work });
  const safety = kept?.number ?? null;
  await audit(db, {
    workshopId,
    actorId: userId,
    event: 'snapshot.restored',
    detail: { number, map, safety: safety ?? 0 },
  });
  rooms.notify(document, { type: 'restored', number, safety, by: userId });
  return { number, map, safety };
}
