import { and, desc, eq } from 'drizzle-orm';
import { type Actor, can, outranks } from '../auth/can.ts';
import { invitations, users, workshops } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import { audit } from './audit.ts';
import { hashToken, newToken } from './invitation-token.ts';
import type { MemberRole } from './members.ts';

export type InvitationState = 'open' | 'expired' | 'revoked' | 'usedUp';

export interface Invitation {
  id: string;
  role: MemberRole;
  label: string;
  expiresAt: Date;
  maxUses: number | null;
  uses: number;
  state: InvitationState;
  createdAt: Date;
}

/** What a link's page says before anybody has joined. */
export interface OpenInvitation {
  id: string;
  workshopId: string;
  workshopTitle: string;
  demo: boolean;
  role: MemberRole;
  invitedBy: string | null;
}

/** Longest life of a link, in days. */
export const MAX_INVITATION_DAYS = 90;

/**
 * Makes a link's secret; it is returned once and only its hash is stored. Throws forbidden (no right,
 * or a role above the actor's own), invalidInput for a life or a number of uses outside the limits.
 */
export async function createInvitation(
  db: Db,
  actor: Actor,
  input: { role: MemberRole; label: string; days: number; maxUses: number | null },
  now = new Date(),
): Promise<{ id: string; token: string }> {
  if (!can(actor, 'member.invite') || outranks(input.role, actor.role)) throw new AppError('forbidden');
  if (!(input.days > 0 && input.days <= MAX_INVITATION_DAYS)) {
    throw new AppError('invalidInput', { field: 'days' });
  }
  if (input.maxUses !== null && !(Number.isInteger(input.maxUses) && input.maxUses > 0)) {
    throw new AppError('invalidInput', { field: 'maxUses' });
  }
  const token = newToken();
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(invitations)
      .values({
        workshopId: actor.workshopId,
        tokenHash: hashToken(token),
        role: input.role,
        label: input.label,
        expiresAt: new Date(now.getTime() + input.days * 86_400_000),
        maxUses: input.maxUses,
        createdBy: actor.userId,
      })
      .returning({ id: invitations.id });
    if (!row) throw new Error('The new invitation came back without an id.');
    const detail = { invitationId: row.id, role: input.role, days: input.days, maxUses: input.maxUses ?? 0 };
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'invitation.created',
      detail,
    });
    return { id: row.id, token };
  });
}

/** The workshop's links, newest first, each with what it is worth now. */
export async function listInvitations(db: Db, actor: Actor, now = new Date()): Promise<Invitation[]> {
  if (!can(actor, 'member.invite')) throw new AppError('forbidden');
  const rows = await db
    .select()
    .from(invitations)
    .where(eq(invitations.workshopId, actor.workshopId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    label: row.label,
    expiresAt: row.expiresAt,
    maxUses: row.maxUses,
    uses: row.uses,
    state: stateOf(row, now),
    createdAt: row.createdAt,
  }));
}

/** Switches a link off at once; whoever joined by it stays. Throws forbidden, notFound. */
export async function revokeInvitation(db: Db, actor: Actor, id: string, now = new Date()): Promise<void> {
  if (!can(actor, 'member.invite')) throw new AppError('forbidden');
  await db.transaction(async (tx) => {
    const rows = await tx
      .update(invitations)
      .set({ revokedAt: now })
      .where(and(eq(invitations.id, id), eq(invitations.workshopId, actor.workshopId)))
      .returning({ id: invitations.id });
    if (rows.length === 0) throw new AppError('notFound');
    const detail = { invitationId: id };
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'invitation.revoked',
      detail,
    });
  });
}

/** What a link leads to. Throws invitationUnknown, invitationExpired, invitationRevoked, invitationUsedUp. */
export async function readInvitation(db: Db, token: string, now = new Date()): Promise<OpenInvitation> {
  const [row] = await db
    .select({
      id: invitations.id,
      workshopId: invitations.workshopId,
      workshopTitle: workshops.title,
      demo: workshops.demo,
      role: invitations.role,
      invitedBy: users.name,
      expiresAt: invitations.expiresAt,
      maxUses: invitations.maxUses,
      uses: invitations.uses,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .innerJoin(workshops, eq(workshops.id, invitations.workshopId))
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .where(eq(invitations.tokenHash, hashToken(token)));
  if (!row) throw new AppError('invitationUnknown');
  refuseUnlessOpen(stateOf(row, now));
  const { expiresAt: _e, maxUses: _m, uses: _u, revokedAt: _r, ...open } = row;
  return open;
}

/** Throws the error a link's state stands for, unless it is open. */
export function refuseUnlessOpen(state: InvitationState): void {
  if (state === 'revoked') throw new AppError('invitationRevoked');
  if (state === 'expired') throw new AppError('invitationExpired');
  if (state === 'usedUp') throw new AppError('invitationUsedUp');
}

export function stateOf(
  row: { revokedAt: Date | null; expiresAt: Date; maxUses: number | null; uses: number },
  now: Date,
): InvitationState {
  if (row.revokedAt) return 'revoked';
  if (row.expiresAt <= now) return 'expired';
  return row.maxUses !== null && row.uses >= row.maxUses ? 'usedUp' : 'open';
}
