import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { members, snapshots, users } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { figuresSchema } from '../../journey/analysis/index.ts';
import { journey } from '../../journey/model.ts';
import { contentHash } from './canonical.ts';
import { erasureNotes } from './erase.ts';
import { group } from './group.ts';
import { sources } from './sources.ts';

const storedFigures = z.object({ map: figuresSchema, group });
const content = z.object({ journey, sources });

export type StoredFigures = z.infer<typeof storedFigures>;

export interface SnapshotSummary {
  number: number;
  label: string;
  takenAt: Date;
  /** Who took it, for those who know the group; null for a leader, and when the person is gone. */
  by: string | null;
  figures: StoredFigures;
  /** From how many interviews the words had to be taken out of it since. */
  sourcesErased: number;
}

export interface Snapshot extends SnapshotSummary, z.infer<typeof content> {
  sha256: string;
}

const head = {
  number: snapshots.number,
  label: snapshots.label,
  takenAt: snapshots.createdAt,
  by: sql<string | null>`coalesce(${members.displayName}, ${users.name})`,
  figures: snapshots.figures,
  erasures: snapshots.erasures,
};

/** What the person is called in this workshop. */
const asMember = and(eq(members.userId, snapshots.takenBy), eq(members.workshopId, snapshots.workshopId));

/** All snapshots of the actor's workshop, newest first, without their maps. Throws forbidden. */
export async function listSnapshots(db: Db, actor: Actor): Promise<SnapshotSummary[]> {
  if (!can(actor, 'snapshot.read')) throw new AppError('forbidden');
  const rows = await db
    .select(head)
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
  if (!can(actor, 'snapshot.read')) throw new AppError('forbidden');
  if (!Number.isInteger(number) || number < 1 || number > 2 ** 31 - 1) throw new AppError('snapshotNotFound');
  const columns = {
    ...head,
    journey: snapshots.journey,
    sources: snapshots.sources,
    sha256: snapshots.sha256,
  };
  const [row] = await db
    .select(columns)
    .from(snapshots)
    .leftJoin(users, eq(users.id, snapshots.takenBy))
    .leftJoin(members, asMember)
    .where(and(eq(snapshots.workshopId, actor.workshopId), eq(snapshots.number, number)));
  if (!row) throw new AppError('snapshotNotFound');
  if (contentHash({ journey: row.journey, sources: row.sources }) !== row.sha256) {
    throw new AppError('snapshotDamaged', { number });
  }
  const parsed = content.safeParse({ journey: row.journey, sources: row.sources });
  if (!parsed.success) throw new AppError('snapshotDamaged', { number }, { cause: parsed.error });
  return { ...summary(actor, row), ...parsed.data, sha256: row.sha256 };
}

function summary(
  actor: Actor,
  row: {
    number: number;
    label: string;
    takenAt: Date;
    by: string | null;
    figures: unknown;
    erasures: unknown;
  },
): SnapshotSummary {
  const figures = storedFigures.safeParse(row.figures);
  if (!figures.success) {
    throw new AppError('snapshotDamaged', { number: row.number }, { cause: figures.error });
  }
  const { number, label, takenAt } = row;
  return {
    number,
    label,
    takenAt,
    by: can(actor, 'member.list') ? row.by : null,
    figures: figures.data,
    sourcesErased: countErased(row.erasures),
  };
}

/** From a person one purpose may have been taken first, and everything later: that is one source. */
function countErased(stored: unknown): number {
  const notes = erasureNotes.safeParse(stored).data ?? [];
  return new Set(notes.flatMap((note) => note.interviewIds)).size;
}
