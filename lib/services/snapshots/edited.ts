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
  const { rows } = await db.execute<{ doc: string }>(sql`
    select u.doc from ${docUpdates} u
    where u.doc not like 'notes:%'
    group by u.doc
    having max(u.created_at) > coalesce(
      (
        select max(s.created_at) from ${snapshots} s
        where s.workshop_id::text = split_part(u.doc, ':', 2)
          and s.map = case when u.doc like 'tobe:%' then 'toBe' else 'asIs' end
      ),
      '-infinity'
    )
  `);
  return rows.map((row) => row.doc);
}
