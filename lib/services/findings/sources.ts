import { and, eq, inArray } from 'drizzle-orm';
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
  const rows = await db
    .select({ finding: findings, interview: interviews })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(and(eq(interviews.workshopId, workshopId), inArray(findings.id, ids)));
  return Object.fromEntries(
    rows
      .filter(({ interview }) => interview.consent.quoteOnMap)
      .map(({ finding, interview }) => [
        finding.id,
        {
          interviewId: interview.id,
          alias: interview.alias,
          kind: interview.kind,
          words: finding.words,
          speaker: finding.speaker,
          atMs: finding.atMs,
        },
      ]),
  );
}
