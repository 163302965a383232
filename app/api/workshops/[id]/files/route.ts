import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { readBody } from '@/app/api/workshops/[id]/files/body.ts';
import { FILE_LIMITS, type StoredFile, storeImage } from '@/lib/services/files.ts';

/** Takes in a picture, the body being its bytes: `{ id, type, width, height, size }`. */
export const POST = defineRoute<{ id: string }, StoredFile>(async (request, { id }, { db }) => {
  const actor = await requireActor(id, 'map.write');
  return storeImage(db, actor, await readBody(request, FILE_LIMITS.bytes));
});
