import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { listFindings } from '@/lib/services/findings.ts';

/** The findings the actor may bring onto the map: `{ findings: FindingView[] }`. */
export const GET = defineRoute<{ id: string }, unknown>(async (_request, { id }, { db }) => ({
  findings: await listFindings(db, await requireActor(id, 'map.write')),
}));
