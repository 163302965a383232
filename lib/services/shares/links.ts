import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { hashPassword } from '../../auth/password.ts';
import { shareLinks, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { audit } from '../audit.ts';
import { hashToken, newToken } from '../invitation-token.ts';

export type ShareState = 'open' | 'expired' | 'revoked';

/** A link as its facilitator sees it; what it leads by is not among it. */
export interface Share {
  id: string;
  label: string;
  hasPasscode: boolean;
  expiresAt: Date;
  state: ShareState;
  openings: number;
  lastOpenedAt: Date | null;
  createdAt: Date;
}

/** How long a link may be good for: the lengths offered, in days. */
export const SHARE_DAYS = [1, 7, 30, 90, 365] as const;
export const PASSCODE_MIN = 6;
export const PASSCODE_MAX = 100;

export const newShare = z.object({
  number: z.number().int().min(1),
  /** Whom it is for; empty: nobody said. */
  label: z.string().trim().max(80),
  days: z
    .number()
    .int()
    .min(1)
    .max(Math.max(...SHARE_DAYS)),
  /** null: the link alone opens it. Blanks at its ends are no part of it: they come along when copied. */
  passcode: z.string().trim().min(PASSCODE_MIN).max(PASSCODE_MAX).nullable(),
});
export type NewShare = z.infer<typeof newShare>;

/**
 * Makes a link to one snapshot; its secret is returned once and only its hash is stored. Throws
 * forbidden, invalidInput, snapshotNotFound.
 */
export async function createShare(
  db: Db,
  actor: Actor,
  input: NewShare,
  now = new Date(),
): Promise<{ id: string; token: string }> {
  if (!can(actor, 'snapshot.share')) throw new AppError('forbidden');
  const { workshopId, userId } = actor;
  const { number, label, days, passcode } = accepted(input);
  const passcodeHash = passcode === null ? null : await hashPassword(passcode);
  const token = newToken();
  return db.transaction(async (tx) => {
    const snapshotId = await idOf(tx, workshopId, number);
    const [row] = await tx
      .insert(shareLinks)
      .values({
        ...{ workshopId, snapshotId, label, passcodeHash },
        tokenHash: hashToken(token),
        expiresAt: new Date(now.getTime() + days * 86_400_000),
        createdBy: userId,
      })
      .returning({ id: shareLinks.id });
    if (!row) throw new Error('The new link came back without an id.');
    const detail = { shareId: row.id, number, days, passcode: passcode !== null };
    await audit(tx, { workshopId, actorId: userId, event: 'share.created', detail });
    return { id: row.id, token };
  });
}

/** A snapshot's links, newest first, each with what it is worth now. Throws forbidden, snapshotNotFound. */
export async function listShares(db: Db, actor: Actor, number: number, now = new Date()): Promise<Share[]> {
  if (!can(actor, 'snapshot.share')) throw new AppError('forbidden');
  const snapshotId = await idOf(db, actor.workshopId, number);
  const rows = await db
    .select()
    .from(shareLinks)
    .where(eq(shareLinks.snapshotId, snapshotId))
    .orderBy(desc(shareLinks.createdAt), desc(shareLinks.id));
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    hasPasscode: row.passcodeHash !== null,
    expiresAt: row.expiresAt,
    state: shareState(row, now),
    openings: row.openings,
    lastOpenedAt: row.lastOpenedAt,
    createdAt: row.createdAt,
  }));
}

/** Switches a link off: the next request by it is refused. Throws forbidden, notFound. */
export async function revokeShare(db: Db, actor: Actor, id: string, now = new Date()): Promise<void> {
  if (!can(actor, 'snapshot.share')) throw new AppError('forbidden');
  const { workshopId, userId } = actor;
  await db.transaction(async (tx) => {
    const rows = await tx
      .update(shareLinks)
      .set({ revokedAt: now })
      .where(and(eq(shareLinks.id, id), eq(shareLinks.workshopId, workshopId)))
      .returning({ id: shareLinks.id });
    if (rows.length === 0) throw new AppError('notFound');
    await audit(tx, { workshopId, actorId: userId, event: 'share.revoked', detail: { shareId: id } });
  });
}

export function shareState(row: { revokedAt: Date | null; expiresAt: Date }, now: Date): ShareState {
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'open';
}

function accepted(input: NewShare): NewShare {
  const parsed = newShare.safeParse(input);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  throw new AppError('invalidInput', { field }, { cause: parsed.error });
}

async function idOf(db: Db, workshopId: string, number: number): Promise<string> {
  const [row] = await db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(eq(snapshots.workshopId, workshopId), eq(snapshots.number, number)));
  if (!row) throw new AppError('snapshotNotFound');
  return row.id;
}
