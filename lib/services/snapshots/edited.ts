import { and, eq, gt, sql } from 'drizzle-orm';
import { docUpdates, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';

/** Whether the log has an edit of a document that became durable after `since`; by the database's clock. */
export async function editedSince(db: Db, document: string, since: Date): Promise<boolean> {
  const rows = await db
    .select({ seq: docUpdates.seq })
    .from(docUpdates)
    .where(and(eq(docUpdates.doc, document), gt(docUpdates.createdAt, since)))
    .limit(1);
  return rows.length > 0;
}

/** The maps whose log has edits that are younger than their newest snapshot. */
export async function unkeptDocuments(db: Db): Promise<string[]> {
  const newest = sql`(
    select max(${snapshots.createdAt}) from ${snapshots}
    where ${snapshots.workshopId}::text = split_part(${docUpdates.doc}, ':', 2)
      and ${snapshots.map} = case when ${docUpdates.doc} like 'tobe:%' then 'toBe' else 'asIs' end
  )`;
  const rows = await db
    .select({ document: docUpdates.doc })
    .from(docUpdates)
    .where(sql`${docUpdates.doc} not like 'notes:%'`)
    .groupBy(docUpdates.doc)
    .having(sql`max(${docUpdates.createdAt}) > coalesce(${newest}, '-infinity')`);
  return rows.map((row) => row.document);
}
