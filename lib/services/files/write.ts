import { createHash } from 'node:crypto';
import { and, count, eq, sum } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { files, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { imageFacts } from './image.ts';
import { FILE_LIMITS } from './limits.ts';

export interface StoredFile {
  id: string;
  type: string;
  width: number;
  height: number;
  size: number;
}

/**
 * Takes a picture in for a workshop's map. The same bytes again are the file that is there already.
 * Throws forbidden, fileEmpty, imageTooLarge, imageUnreadable, imageTooManyPixels, imagesFull.
 */
export async function storeImage(db: Db, actor: Actor, bytes: Uint8Array): Promise<StoredFile> {
  if (!can(actor, 'map.write')) throw new AppError('forbidden');
  if (bytes.length > FILE_LIMITS.bytes) throw new AppError('imageTooLarge', { max: FILE_LIMITS.bytes / MB });
  const facts = imageFacts(bytes);
  if (!facts) throw new AppError('imageUnreadable');
  if (facts.width * facts.height > FILE_LIMITS.pixels)
    throw new AppError('imageTooManyPixels', { max: FILE_LIMITS.pixels / 1e6 });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { workshopId } = actor;

  return db.transaction(async (tx) => {
    // Two at once must not both take the last of the room: the workshop's row is the queue.
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, workshopId))
      .for('no key update');
    const here = eq(files.workshopId, workshopId);
    const [known] = await tx
      .select(STORED)
      .from(files)
      .where(and(here, eq(files.sha256, sha256)));
    if (known) return known;
    const [held] = await tx
      .select({ files: count(), bytes: sum(files.size) })
      .from(files)
      .where(here);
    const full =
      (held?.files ?? 0) >= FILE_LIMITS.files ||
      Number(held?.bytes ?? 0) + bytes.length > FILE_LIMITS.workshopBytes;
    if (full) throw new AppError('imagesFull', { max: FILE_LIMITS.workshopBytes / MB });
    const [stored] = await tx
      .insert(files)
      .values({ workshopId, ...facts, bytes, size: bytes.length, sha256, createdBy: actor.userId })
      .returning(STORED);
    if (!stored) throw new Error('An inserted file came back without its row.');
    return stored;
  });
}

const MB = 1024 * 1024;
const STORED = {
  id: files.id,
  type: files.type,
  width: files.width,
  height: files.height,
  size: files.size,
};
