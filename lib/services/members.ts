import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can, outranks, type Role } from '../auth/can.ts';
import type { SessionUser } from '../auth/session.ts';
import { members, users, workshops } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import type { Rooms } from '../runtime.ts';
import { audit } from './audit.ts';
import { tellMaps } from './maps.ts';

export type MemberRole = Exclude<Role, 'guest'>;

export interface Member {
  userId: string;
  name: string;
  functionName: string;
  role: MemberRole;
  kind: 'account' | 'guest';
  joinedAt: Date;
}

/**
 * The user as seen from one workshop; `role` is null for whoever is not a member. Throws
 * workshopNotFound when there is no such workshop (or the id is none).
 */
export async function actorIn(db: Db, user: SessionUser, workshopId: string): Promise<Actor> {
  if (!z.uuid().safeParse(workshopId).success) throw new AppError('workshopNotFound');
  const [row] = await db
    .select({
      id: workshops.id,
      role: members.role,
      name: members.displayName,
      functionName: members.functionName,
    })
    .from(workshops)
    .leftJoin(members, and(eq(members.workshopId, workshops.id), eq(members.userId, user.id)))
    .where(eq(workshops.id, workshopId));
  if (!row) throw new AppError('workshopNotFound');
  return {
    userId: user.id,
    name: row.name ?? user.name,
    functionName: row.functionName ?? '',
    // As stored: an address may spell it in capitals, and rooms and sockets compare the text.
    workshopId: row.id,
    role: row.role,
  };
}

/** The people of the actor's workshop, in the order they came. */
export async function listMembers(db: Db, actor: Actor): Promise<Member[]> {
  if (!can(actor, 'member.list')) throw new AppError('forbidden');
  return db
    .select({
      userId: members.userId,
      name: members.displayName,
      functionName: members.functionName,
      role: members.role,
      kind: users.kind,
      joinedAt: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workshopId, actor.workshopId))
    .orderBy(asc(members.createdAt), asc(members.userId));
}

/** As which a member came to the workshop, counted from 0; it is no secret, and tells them apart by colour. */
export async function seatOf(db: Db, { workshopId, userId }: Actor): Promise<number> {
  const came = sql`(${members.createdAt}, ${members.userId})`;
  const own = db
    .select({ at: members.createdAt, id: members.userId })
    .from(members)
    .where(and(eq(members.workshopId, workshopId), eq(members.userId, userId)));
  return db.$count(members, and(eq(members.workshopId, workshopId), sql`${came} < (${own})`));
}

/**
 * Gives a member another role. Throws forbidden (no right, or a role above the actor's own, before or
 * after), notFound, lastFacilitator.
 */
export async function changeRole(
  db: Db,
  actor: Actor,
  { userId, role }: { userId: string; role: MemberRole },
  rooms: Rooms,
): Promise<void> {
  await changeMember(db, actor, userId, rooms, async (tx, was) => {
    if (outranks(role, actor.role)) throw new AppError('forbidden');
    if (was === role) return;
    await tx
      .update(members)
      .set({ role })
      .where(and(eq(members.workshopId, actor.workshopId), eq(members.userId, userId)));
    const detail = { userId, from: was, to: role };
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'member.roleChanged',
      detail,
    });
    return role;
  });
}

/** Takes a member out of the workshop; what the person wrote stays. Throws as changeRole does. */
export async function removeMember(
  db: Db,
  actor: Actor,
  { userId }: { userId: string },
  rooms: Rooms,
): Promise<void> {
  await changeMember(db, actor, userId, rooms, async (tx, was) => {
    await tx.delete(members).where(and(eq(members.workshopId, actor.workshopId), eq(members.userId, userId)));
    const detail = { userId, role: was };
    await audit(tx, { workshopId: actor.workshopId, actorId: actor.userId, event: 'member.removed', detail });
    return null;
  });
}

/** One change of a member under the workshop's lock; afterwards the sockets concerned are told. */
async function changeMember(
  db: Db,
  actor: Actor,
  userId: string,
  rooms: Rooms,
  change: (tx: Db, was: MemberRole) => Promise<MemberRole | null | undefined>,
): Promise<void> {
  if (!can(actor, 'member.invite')) throw new AppError('forbidden');
  const { workshopId } = actor;
  await db.transaction(async (tx) => {
    // Two facilitators demoting each other at once must not leave the workshop without one.
    await tx.select({ id: workshops.id }).from(workshops).where(eq(workshops.id, workshopId)).for('update');
    const rows = await tx
      .select({ userId: members.userId, role: members.role })
      .from(members)
      .where(eq(members.workshopId, workshopId));
    const member = rows.find((row) => row.userId === userId);
    if (!member) throw new AppError('notFound');
    if (outranks(member.role, actor.role)) throw new AppError('forbidden');
    const now = await change(tx, member.role);
    const left = rows.filter((r) => (r.userId === userId ? (now ?? null) : r.role) === 'facilitator');
    if (now !== undefined && left.length === 0) throw new AppError('lastFacilitator');
  });
  rooms.rightsChanged(workshopId, userId);
  tellMaps(rooms, workshopId, { type: 'members' });
}
