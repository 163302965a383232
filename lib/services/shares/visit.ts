import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../auth/can.ts';
import { verifyPassword } from '../../auth/password.ts';
import { shareLinks, snapshots, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { hashToken } from '../invitation-token.ts';
import { shareState } from './links.ts';

/** A link that is open now, for the server alone. */
export interface OpenShare {
  id: string;
  workshop: { id: string; title: string; demo: boolean };
  /** The snapshot's. */
  number: number;
  expiresAt: Date;
  /** null: the link alone opens it. */
  passcodeHash: string | null;
}

/** What a link leads to. Throws shareUnknown, shareExpired, shareRevoked. */
export async function findShare(db: Db, token: string, now = new Date()): Promise<OpenShare> {
  const [row] = await db
    .select({
      link: shareLinks,
      number: snapshots.number,
      title: workshops.title,
      demo: workshops.demo,
    })
    .from(shareLinks)
    .innerJoin(snapshots, eq(snapshots.id, shareLinks.snapshotId))
    .innerJoin(workshops, eq(workshops.id, shareLinks.workshopId))
    .where(eq(shareLinks.tokenHash, hashToken(token)));
  if (!row) throw new AppError('shareUnknown');
  const { link, number, title, demo } = row;
  const state = shareState(link, now);
  if (state === 'revoked') throw new AppError('shareRevoked');
  if (state === 'expired') throw new AppError('shareExpired');
  const { id, workshopId, expiresAt, passcodeHash } = link;
  return { id, number, expiresAt, passcodeHash, workshop: { id: workshopId, title, demo } };
}

/** Throws passcodeWrong. Limit the tries: a passcode is short. */
export async function tryPasscode(share: OpenShare, passcode: string): Promise<void> {
  if (share.passcodeHash === null) return;
  const { ok } = await verifyPassword(passcode.trim(), share.passcodeHash);
  if (!ok) throw new AppError('passcodeWrong');
}

/** Whoever holds the link, as the rights table sees them: a guest of this one snapshot. */
export function guestOf({ workshop, number }: Pick<OpenShare, 'workshop' | 'number'>): Actor {
  return {
    ...{ userId: '', name: '', functionName: '' },
    workshopId: workshop.id,
    role: 'guest',
    snapshot: number,
  };
}

/** Counts an opening; who it was is kept nowhere. */
export async function countOpening(db: Db, id: string, now = new Date()): Promise<void> {
  await db
    .update(shareLinks)
    .set({ openings: sql`${shareLinks.openings} + 1`, lastOpenedAt: now })
    .where(and(eq(shareLinks.id, id), isNull(shareLinks.revokedAt)));
}
