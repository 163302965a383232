import { eq } from 'drizzle-orm';
import { interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { mayQuoteOutside } from '../interviews.ts';

/**
 * The interviews of a workshop whose words may leave it, as consent stands now: whoever takes it back is
 * quoted no more, in old snapshots neither. Read anew for everything that goes outside.
 */
export async function quotableInterviews(db: Db, workshopId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: interviews.id, consent: interviews.consent })
    .from(interviews)
    .where(eq(interviews.workshopId, workshopId));
  return new Set(rows.filter(mayQuoteOutside).map((row) => row.id));
}
