import { and, eq, inArray } from 'drizzle-orm';
import { erasures } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';
import type { Erasures } from './erasing.ts';

/** What may not be on a workshop's map any more: of whole persons, and of who no longer wants to be quoted there. */
export async function erasuresOf(db: Db, workshopId: string): Promise<Erasures> {
  const rows = await db
    .select()
    .from(erasures)
    .where(and(eq(erasures.workshopId, workshopId), inArray(erasures.scope, ['person', 'quoteOnMap'])));
  return {
    mark: Math.max(0, ...rows.map((row) => row.createdAt.getTime())),
    // Whoever only takes the map back may agree to it again, with new findings.
    interviewIds: rows.filter((row) => row.scope === 'person').map((row) => row.interviewId),
    findingIds: rows.flatMap((row) => row.findingIds),
    cardIds: rows.flatMap((row) => row.cardIds),
  };
}
