import { eq } from 'drizzle-orm';
import { type Actor, can } from '../auth/can.ts';
import { workshops } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import type { Stage } from '../journey/stages.ts';
import type { Runtime } from '../runtime.ts';
import { audit } from './audit.ts';
import { toBeOf } from './maps.ts';
import { keepMap } from './snapshots/keep.ts';

/**
 * Says where the group is on its way; back is as good as on. What the stage that ends leaves on the maps is
 * kept as a snapshot first, when it says something new. Throws forbidden, workshopNotFound, roomUnavailable.
 * @returns the number of the snapshot that was taken of the as-is map; null: there was nothing new on it
 */
export async function setStage(
  db: Db,
  actor: Actor,
  stage: Stage,
  tools: Pick<Runtime, 'rooms' | 'work'>,
): Promise<{ kept: number | null }> {
  if (!can(actor, 'workshop.settings')) throw new AppError('forbidden');
  const { workshopId, userId } = actor;
  const from = await stageOf(db, workshopId);
  if (from === stage) return { kept: null };
  const occasion = { reason: 'stage', from, by: userId } as const;
  const kept = await keepMap(db, { workshopId }, occasion, tools);
  if (await toBeOf(db, workshopId)) await keepMap(db, { workshopId, map: 'toBe' }, occasion, tools);
  await db.transaction(async (tx) => {
    await tx.update(workshops).set({ stage }).where(eq(workshops.id, workshopId));
    const detail = { from, to: stage };
    await audit(tx, { workshopId, actorId: userId, event: 'workshop.stage', detail });
  });
  return { kept: kept?.isNew ? kept.number : null };
}

/** Where the group is. Throws workshopNotFound. The caller has asked whether the reader may know. */
export async function stageOf(db: Db, workshopId: string): Promise<Stage> {
  const [row] = await db
    .select({ stage: workshops.stage })
    .from(workshops)
    .where(eq(workshops.id, workshopId));
  if (!row) throw new AppError('workshopNotFound');
  return row.stage;
}
