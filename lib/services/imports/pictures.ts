import { createHash } from 'node:crypto';
import { files } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { JourneyFile } from '../../export/json/schema.ts';
import { imageFacts } from '../files/image.ts';
import { FILE_LIMITS } from '../files/limits.ts';

/** A picture of the file, looked at as one that is dropped on the map is. */
export interface Picture {
  /** In the file. */
  id: string;
  bytes: Uint8Array;
  facts: NonNullable<ReturnType<typeof imageFacts>>;
  sha256: string;
}

/** The pictures that may lie on a map; the others are left out, as the drawing shows. Throws journeyFileDamaged. */
export function picturesIn({ pictures }: JourneyFile): Picture[] {
  const sound = Object.entries(pictures).flatMap(([id, { base64 }]) => {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    const facts = bytes.length <= FILE_LIMITS.bytes ? imageFacts(bytes) : null;
    if (!facts || facts.width * facts.height > FILE_LIMITS.pixels) return [];
    return [{ id, bytes, facts, sha256: createHash('sha256').update(bytes).digest('hex') }];
  });
  const bytes = sound.reduce((sum, picture) => sum + picture.bytes.length, 0);
  if (sound.length > FILE_LIMITS.files || bytes > FILE_LIMITS.workshopBytes)
    throw new AppError('journeyFileDamaged', { where: 'pictures' });
  return sound;
}

/** Stores them under their new ids; the same bytes twice are one file, and both ids lead to it. */
export function samePictures(
  pictures: readonly Picture[],
  ids: Readonly<Record<string, string>>,
): Record<string, string> {
  const first = new Map<string, string>();
  return Object.fromEntries(
    pictures.map(({ id, sha256 }) => {
      const called = first.get(sha256) ?? ids[id] ?? id;
      first.set(sha256, called);
      return [id, called];
    }),
  );
}

/** Stores each once. `ids`: of `samePictures`. */
export async function storePictures(
  tx: Db,
  { workshopId, userId }: { workshopId: string; userId: string },
  pictures: readonly Picture[],
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  const stored = new Set<string>();
  for (const { id, bytes, facts, sha256 } of pictures) {
    if (stored.has(sha256)) continue;
    stored.add(sha256);
    const row = { workshopId, ...facts, bytes, size: bytes.length, sha256, createdBy: userId };
    await tx.insert(files).values({ ...row, id: ids[id] });
  }
}
