import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { readFinding } from '@/lib/services/findings.ts';

/** The words behind a card in their surroundings: `{ finding, turns }`; turns null for whoever may not read the notes. */
export const GET = defineRoute<{ id: string; findingId: string }, unknown>(
  async (_request, { id, findingId }, { db }) =>
    readFinding(db, await requireActor(id, 'map.read'), findingId),
);
