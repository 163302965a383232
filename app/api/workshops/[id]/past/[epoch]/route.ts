import { z } from 'zod';
import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { AppError } from '@/lib/errors.ts';
import { MAPS, mapDocument } from '@/lib/sync/protocol.ts';

const epochs = z.coerce.number().int().positive();
const maps = z.enum(MAPS).default('asIs');

/**
 * A map as an earlier epoch left it (`?map=toBe`: the to-be map), as a Yjs update: for whoever comes back with edits made on it, and
 * nobody else has any. 410 `pastGone` when it is not kept any more.
 */
export const GET = defineRoute<{ id: string; epoch: string }, unknown>(
  async (request, params, { runtime }) => {
    const { workshopId } = await requireActor(params.id, 'map.write');
    const epoch = epochs.safeParse(params.epoch);
    const map = maps.safeParse(new URL(request.url).searchParams.get('map') ?? undefined);
    if (!epoch.success || !map.success) throw new AppError('badRequest');
    const state = await runtime.rooms.past(mapDocument(workshopId, map.data), epoch.data);
    return new Response(state as Uint8Array<ArrayBuffer>, {
      headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'private, no-store' },
    });
  },
);
