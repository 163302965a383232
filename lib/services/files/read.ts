import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { files } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';

/** A picture of the actor's workshop. Throws forbidden, notFound (also for what another workshop has). */
export async function readFile(db: Db, actor: Actor, fileId: string) {
  if (!can(actor, 'map.read')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(fileId).success) throw new AppError('notFound');
  const [found] = await db
    .select({ type: files.type, bytes: files.bytes, sha256: files.sha256 })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.workshopId, actor.workshopId)));
  if (!found) throw new AppError('notFound');
  return found;
}
