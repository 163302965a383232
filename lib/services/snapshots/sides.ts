import { type Actor, can } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Runtime } from '../../runtime.ts';
import { type MapName, mapDocument } from '../../sync/protocol.ts';
import { sourcesOf } from '../findings.ts';
import { groupOf } from './group.ts';
import type { Content } from './pack.ts';
import { readSnapshot } from './read.ts';

/** One of two maps that are compared: a snapshot by its number, or one of the maps as it is now. */
export type SideName = number | MapName;

export interface Side extends Content {
  /** Null: the map as it is now. */
  number: number | null;
  map: MapName;
  /** Empty where it is the map as it is now. */
  label: string;
  takenAt: Date;
  sourcesErased: number;
}

/**
 * A map to be compared. Throws forbidden, snapshotNotFound, snapshotDamaged, roomUnavailable, and toBeMissing
 * where there is no to-be map.
 */
export async function readSide(
  db: Db,
  actor: Actor,
  name: SideName,
  { rooms, work }: Pick<Runtime, 'rooms' | 'work'>,
): Promise<Side> {
  if (typeof name === 'number') return readSnapshot(db, actor, name);
  if (!can(actor, 'map.read')) throw new AppError('forbidden');
  const state = await rooms.read(mapDocument(actor.workshopId, name));
  const sources = await sourcesOf(db, actor.workshopId, await work.run('findingsIn', state));
  const group = await groupOf(db, actor.workshopId);
  const content = await work.run('readLive', { state, sources, group });
  return { ...content, number: null, map: name, label: '', takenAt: new Date(), sourcesErased: 0 };
}
