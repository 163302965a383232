import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { findings, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';

/** The passage behind a card, as a snapshot keeps it: the words and never more than an alias. */
export interface FindingSource {
  interviewId: string;
  alias: string;
  kind: 'customer' | 'employee';
  words: string;
  speaker: string;
  atMs: number | null;
}

/**
 * What stands behind these findings, by finding id. Ids that are none, belong to another workshop, or to
 * somebody who did not agree to be quoted on the map are left out. For the server's own use: it asks no rights.
 */
export async function sourcesOf(
  db: Db,
  workshopId: string,
  findingIds: readonly string[],
): Promise<Record<string, FindingSource>> {
  const ids = findingIds.filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return {};
  // One parameter and few columns: a full map points to hundreds, and edits wait while this is answered.
  const rows = await db
    .select({
      id: findings.id,
      words: findings.words,
      speaker: findings.speaker,
      atMs: findings.atMs,
      interviewId: interviews.id,
      alias: interviews.alias,
      kind: interviews.kind,
      consent: interviews.consent,
    })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(and(eq(interviews.workshopId, workshopId), sql`${findings.id} = any(${sql.param(ids)}::uuid[])`));
  return Object.fromEntries(
    rows.filter(({ consent }) => consent.quoteOnMap).map(({ id, consent: _, ...source }) => [id, source]),
  );
}
