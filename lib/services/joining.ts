import { and, eq, sql } from 'drizzle-orm';
import { outranks } from '../auth/can.ts';
import type { SessionUser } from '../auth/session.ts';
import { invitations, members, users } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import type { Rooms } from '../runtime.ts';
import { audit } from './audit.ts';
import { hashToken } from './invitation-token.ts';
import { refuseUnlessOpen, stateOf } from './invitations.ts';
import { tellMaps } from './maps.ts';

export interface Joined {
  workshopId: string;
  user: SessionUser & { sessionVersion: number };
}

/**
 * A stranger joins by link: a guest user and a member, one use counted, in one transaction. Throws the
 * invitation errors.
 */
export async function joinAsGuest(
  db: Db,
  input: { token: string; name: string; functionName: string },
  rooms: Pick<Rooms, 'notify'>,
): Promise<Joined> {
  const joined = await db.transaction(async (tx) => {
    const invitation = await take(tx, input.token);
    const [user] = await tx
      .insert(users)
      .values({ kind: 'guest', name: input.name })
      .returning({ id: users.id, sessionVersion: users.sessionVersion });
    if (!user) throw new Error('The new guest came back without an id.');
    const { workshopId, role } = invitation;
    await tx.insert(members).values({
      workshopId,
      userId: user.id,
      role,
      displayName: input.name,
      functionName: input.functionName,
    });
    const detail = { invitationId: invitation.id, role };
    await audit(tx, { workshopId, actorId: user.id, event: 'member.joined', detail });
    return { workshopId, user: { ...user, name: input.name, email: null, kind: 'guest' as const } };
  });
  tellMaps(rooms, joined.workshopId, { type: 'members' });
  return joined;
}

/**
 * Somebody signed in joins by link. Whoever is a member already keeps their place, uses nothing up, and
 * gets the link's role when it is above their own. Throws the invitation errors.
 */
export async function joinAsUser(
  db: Db,
  user: SessionUser,
  input: { token: string; functionName?: string },
  rooms: Pick<Rooms, 'notify' | 'rightsChanged'>,
): Promise<{ workshopId: string }> {
  const { workshopId, raised } = await db.transaction(async (tx) => {
    const invitation = await lookAt(tx, input.token);
    const { workshopId, role } = invitation;
    const mine = and(eq(members.workshopId, workshopId), eq(members.userId, user.id));
    const [member] = await tx.select({ role: members.role }).from(members).where(mine);
    if (member && !outranks(role, member.role)) return { workshopId, raised: false };
    await count(tx, invitation.id);
    const detail = { invitationId: invitation.id, role };
    if (member) {
      await tx.update(members).set({ role }).where(mine);
      const change = { userId: user.id, from: member.role, to: role, invitationId: invitation.id };
      await audit(tx, { workshopId, actorId: user.id, event: 'member.roleChanged', detail: change });
      return { workshopId, raised: true };
    }
    await tx.insert(members).values({
      workshopId,
      userId: user.id,
      role,
      displayName: user.name,
      functionName: input.functionName ?? '',
    });
    await audit(tx, { workshopId, actorId: user.id, event: 'member.joined', detail });
    return { workshopId, raised: false };
  });
  if (raised) rooms.rightsChanged(workshopId, user.id);
  tellMaps(rooms, workshopId, { type: 'members' });
  return { workshopId };
}

/**
 * The workshop a link belongs to, when the user is in it already and the link would give nothing more:
 * people keep their link and come back by it, also when it is used up or has expired. Null otherwise.
 */
export async function ownWorkshopBehind(db: Db, userId: string, token: string): Promise<string | null> {
  const [row] = await db
    .select({ invitation: invitations, role: members.role })
    .from(invitations)
    .innerJoin(members, and(eq(members.workshopId, invitations.workshopId), eq(members.userId, userId)))
    .where(eq(invitations.tokenHash, hashToken(token)));
  if (!row) return null;
  const gives = stateOf(row.invitation, new Date()) === 'open' && outranks(row.invitation.role, row.role);
  return gives ? null : row.invitation.workshopId;
}

async function take(tx: Db, token: string) {
  const invitation = await lookAt(tx, token);
  await count(tx, invitation.id);
  return invitation;
}

/** The invitation, its row locked: two people cannot take the last use. */
async function lookAt(tx: Db, token: string) {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)))
    .for('update');
  if (!row) throw new AppError('invitationUnknown');
  refuseUnlessOpen(stateOf(row, new Date()));
  return row;
}

async function count(tx: Db, id: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(eq(invitations.id, id));
}
