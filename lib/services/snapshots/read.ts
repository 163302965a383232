import { and, desc, eq, sql } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { members, type SnapshotReason, snapshots, users } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { erasureNotes } from './erase.ts';
import { type HeadFigures, headFigures } from './head.ts';
import { openContent, openSnapshot } from './open.ts';
import type { Content } from './pack.ts';

export interface SnapshotSummary {
  id: string;
  number: number;
  map: 'asIs' | 'toBe';
  label: string;
  note: string;
  reason: SnapshotReason;
  takenAt: Date;
  /** Who took it, for those who know the group; null for a leader, and when the person is gone. */
  by: string | null;
  /** null: damaged, or of a later release; the others are still listed. */
  head: HeadFigures | null;
  /** Bytes as stored. */
  size: number;
  sha256: string;
  /** From how many interviews the words had to be taken out of it since. */
  sourcesErased: number;
}

export interface Snapshot extends SnapshotSummary, Content {}

const columns = {
  id: snapshots.id,
  number: snapshots.number,
  map: snapshots.map,
  label: snapshots.label,
  note: snapshots.note,
  reason: snapshots.reason,
  takenAt: snapshots.createdAt,
  by: sql<string | null>`coalesce(${members.displayName}, ${users.name})`,
  figures: snapshots.figures,
  size: snapshots.size,
  sha256: snapshots.sha256,
  erasures: snapshots.erasures,
};

const contents = {
  format: snapshots.format,
  content: snapshots.content,
  state: snapshots.state,
  journey: snapshots.journey,
  sources: snapshots.sources,
};

/** What the person is called in this workshop. */
const asMember = and(eq(members.userId, snapshots.takenBy), eq(members.workshopId, snapshots.workshopId));

/** All snapshots of the actor's workshop, newest first, without their maps. Throws forbidden. */
export async function listSnapshots(db: Db, actor: Actor): Promise<SnapshotSummary[]> {
  if (!can(actor, 'snapshot.read')) throw new AppError('forbidden');
  const rows = await db
    .select(columns)
    .from(snapshots)
    .leftJoin(users, eq(users.id, snapshots.takenBy))
    .leftJoin(members, asMember)
    .where(eq(snapshots.workshopId, actor.workshopId))
    .orderBy(desc(snapshots.number));
  return rows.map((row) => summary(actor, row));
}

/**
 * One snapshot, checked against its hash and its schema. Throws forbidden, snapshotNotFound, and
 * snapshotDamaged when what is stored is not what was taken.
 */
export async function readSnapshot(db: Db, actor: Actor, number: number): Promise<Snapshot> {
  const row = await rowOf(db, actor, number);
  return { ...summary(actor, row), ...(await openContent(row)) };
}

/** As readSnapshot, with the document's state (`encodeStateAsUpdate`): for restoring, branching, carrying out. */
export async function readSnapshotWhole(
  db: Db,
  actor: Actor,
  number: number,
): Promise<Snapshot & { state: Uint8Array }> {
  const row = await rowOf(db, actor, number);
  return { ...summary(actor, row), ...(await openSnapshot(row)) };
}

async function rowOf(db: Db, actor: Actor, number: number) {
  if (!can(actor, 'snapshot.read', { ownSnapshot: actor.snapshot === number }))
    throw new AppError('forbidden');
  if (!Number.isInteger(number) || number < 1 || number > 2 ** 31 - 1) throw new AppError('snapshotNotFound');
  const [row] = await db
    .select({ ...columns, ...contents })
    .from(snapshots)
    .leftJoin(users, eq(users.id, snapshots.takenBy))
    .leftJoin(members, asMember)
    .where(and(eq(snapshots.workshopId, actor.workshopId), eq(snapshots.number, number)));
  if (!row) throw new AppError('snapshotNotFound');
  return row;
}

function summary(
  actor: Actor,
  row: Omit<SnapshotSummary, 'head' | 'sourcesErased'> & { figures: unknown; erasures: unknown },
): SnapshotSummary {
  const { id, number, map, label, note, reason, takenAt, size, sha256 } = row;
  return {
    ...{ id, number, map, label, note, reason, takenAt, size, sha256 },
    by: can(actor, 'member.list') ? row.by : null,
    head: headFigures.safeParse(row.figures).data ?? null,
    sourcesErased: countErased(row.erasures),
  };
}

/** From a person one purpose may have been taken first, and everything later: that is one source. */
function countErased(stored: unknown): number {
  const notes = erasureNotes.safeParse(stored).data ?? [];
  return new Set(notes.flatMap((note) => note.interviewIds)).size;
}
