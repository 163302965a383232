import { type Actor, can } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Gap } from '../../journey/gap/index.ts';
import type { Runtime } from '../../runtime.ts';
import { journeyDocument, toBeDocument } from '../../sync/protocol.ts';
import { toBeOf } from '../maps.ts';

/** The gap between the workshop's two live maps as they are now. Throws forbidden, toBeMissing, roomUnavailable. */
export async function readGap(
  db: Db,
  actor: Actor,
  { rooms, work }: Pick<Runtime, 'rooms' | 'work'>,
): Promise<Gap> {
  if (!can(actor, 'map.read')) throw new AppError('forbidden');
  const { workshopId } = actor;
  if (!(await toBeOf(db, workshopId))) throw new AppError('toBeMissing');
  const [asIs, toBe] = await Promise.all([
    rooms.read(journeyDocument(workshopId)),
    rooms.read(toBeDocument(workshopId)),
  ]);
  return work.run('gapBetween', { asIs, toBe });
}
