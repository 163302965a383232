import { eq, type SQL, sql } from 'drizzle-orm';
import { auditEvents, erasures, snapshots, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { storable } from './canonical.ts';
import { FORMAT } from './pack.ts';
import type { Prepared } from './prepare.ts';
import { isThinned } from './thinning.ts';
import type { NewSnapshot, Written } from './write.ts';

/** What must still be so when a snapshot is stored. */
export interface Premise {
  /** What had been erased in the workshop when it was packed (`erasureMark`). */
  mark: number;
  /** The map's newest snapshot; null: it had none; absent: it does not matter. */
  after?: { id: string } | null;
}

/**
 * Stores a prepared snapshot under the workshop's next number, with its audit line, in a transaction of two
 * statements: where the database has one session, every edit waits for the whole of it.
 * @returns null, and nothing is written, when a premise does not hold any more
 */
export function storeSnapshot(
  db: Db,
  { workshopId, label, note = '', reason, map = 'asIs', takenBy, takenAt }: NewSnapshot,
  { packed: { bytes, sha256 }, head }: Prepared,
  { mark, after }: Premise,
): Promise<Written | null> {
  // What comes by itself is nothing anybody did, and no news for the list of workshops.
  const event = isThinned(reason) ? 'snapshot.kept' : 'snapshot.taken';
  const newest = sql`(
    select s.id from ${snapshots} s
    where s.workshop_id = ${workshopId} and s.map = ${map} order by s.number desc limit 1
  )`;
  const isStill =
    after === undefined ? sql`true` : sql`${newest} is not distinct from ${after?.id ?? null}::uuid`;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return db.transaction(async (tx) => {
    // Two taken at once must get two numbers, and none may be passed over: the workshop's row is the queue.
    // Erasing takes the same one: what was erased since it was packed must not come back in here.
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, workshopId))
      .for('no key update');
    const { rows } = await tx.execute<{ id: string; number: number; taken_at: string }>(sql`
      with taken as (
        insert into ${snapshots} (
          workshop_id, number, map, label, note, reason, format, content, size, figures, sha256, taken_by, created_at
        )
        select ${workshopId}::uuid,
          (select coalesce(max(s.number), 0) + 1 from ${snapshots} s where s.workshop_id = ${workshopId}),
          ${map}, ${storable(label)}, ${storable(note)}, ${reason}, ${FORMAT}::int, ${content}::bytea,
          ${bytes.byteLength}::int, ${JSON.stringify(head)}::jsonb, ${sha256}, ${takenBy}::uuid,
          coalesce(${takenAt?.toISOString() ?? null}::timestamptz, now())
        where ${markOf(workshopId)} = ${mark}::bigint and ${isStill}
        returning id, number, created_at
      ), told as (
        insert into ${auditEvents} (workshop_id, actor_id, event, detail)
        select ${workshopId}::uuid, ${takenBy}::uuid, ${event},
          jsonb_build_object('number', taken.number, 'reason', ${reason}::text, 'map', ${map}::text)
        from taken
      )
      select id, number, created_at::text as taken_at from taken
    `);
    const row = rows[0];
    return row ? { id: row.id, number: row.number, sha256, createdAt: new Date(row.taken_at) } : null;
  });
}

/** A number that grows with everything that is erased in a workshop. Read it before what was erased. */
export async function erasureMark(db: Db, workshopId: string): Promise<number> {
  const { rows } = await db.execute<{ mark: string }>(sql`select ${markOf(workshopId)} as mark`);
  return Number(rows[0]?.mark);
}

const markOf = (workshopId: string): SQL => sql`(
  select coalesce(sum(1 + jsonb_array_length(e.finding_ids) + jsonb_array_length(e.card_ids)), 0)
  from ${erasures} e where e.workshop_id = ${workshopId}
)`;
