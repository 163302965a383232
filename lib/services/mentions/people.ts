import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { type Action, type Actor, can, INVITABLE_ROLES } from '../../auth/can.ts';
import { members, users } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Reachable } from './find.ts';

/** The members besides the actor who have an address and may do `action`: what they are told of they can read. */
export async function reachable(db: Db, { workshopId, userId }: Actor, action: Action): Promise<Reachable[]> {
  const roles = INVITABLE_ROLES.filter((role) => can({ role }, action));
  const rows = await db
    .select({
      userId: members.userId,
      name: members.displayName,
      functionName: members.functionName,
      email: users.email,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.workshopId, workshopId),
        ne(members.userId, userId),
        inArray(members.role, roles),
        isNotNull(users.email),
      ),
    );
  return rows.map(({ email, ...person }) => ({ ...person, email: email ?? '' }));
}
