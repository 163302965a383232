import { and, eq, inArray } from 'drizzle-orm';
import { erasures, interviews } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';
import type { Erasures } from './erasing.ts';

/** What may not be on a workshop's map any more: of whole persons, and of who no longer wants to be quoted there. */
export async function erasuresOf(db: Db, workshopId: string): Promise<Erasures> {
  const found = await db
    .select({ row: erasures, consent: interviews.consent })
    .from(erasures)
    .leftJoin(interviews, eq(interviews.id, erasures.interviewId))
    .where(and(eq(erasures.workshopId, workshopId), inArray(erasures.scope, ['person', 'quoteOnMap'])));
  // Whoever only took the map back may have agreed to it again.
  const rows = found
    .filter(({ row, consent }) => row.scope === 'person' || !consent?.quoteOnMap)
    .map(({ row }) => row);
  return {
    mark: Math.max(0, ...rows.map((row) => row.createdAt.getTime())),
    interviewIds: rows.map((row) => row.interviewId),
    findingIds: rows.flatMap((row) => row.findingIds),
    cardIds: rows.flatMap((row) => row.cardIds),
  };
}
