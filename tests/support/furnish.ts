import { encode } from 'next-auth/jwt';
import { readConfig } from '../../lib/config.ts';
import { openDatabase } from '../../lib/db/open.ts';
import { createInvitation } from '../../lib/services/invitations.ts';
import { joinAsGuest } from '../../lib/services/joining.ts';
import { actorIn, type MemberRole } from '../../lib/services/members.ts';
import { createFirstAccount } from '../../lib/services/users.ts';
import { createWorkshop } from '../../lib/services/workshops.ts';
import { recordingRooms } from './people.ts';

export interface Furnished {
  workshopId: string;
  /** The facilitator, then the guests in the order of their roles, each with the cookie of a session. */
  people: { userId: string; cookie: string }[];
}

/**
 * Puts a facilitator with a workshop, and guests with these roles, into a data folder no server has open, or
 * into a PostgreSQL with the secret of that folder.
 */
export async function furnish(
  folder: string,
  guests: readonly MemberRole[] = [],
  databaseUrl?: string,
): Promise<Furnished> {
  const { authSecret } = readConfig({ production: true, environment: { DATA_DIR: folder } });
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl });
  const email = 'asa@example.org';
  const { id } = await createFirstAccount(db, {
    name: 'Åsa',
    email,
    password: 'korrekt häst batteri häftklammer',
  });
  const user = { id, name: 'Åsa', email, kind: 'account' as const };
  const { id: workshopId } = await createWorkshop(db, user, {
    title: 'Fakturan',
    template: 'subscription',
    locale: 'sv',
  });
  const facilitator = await actorIn(db, user, workshopId);
  const userIds = [id];
  for (const [i, role] of guests.entries()) {
    const { token } = await createInvitation(db, facilitator, { role, label: '', days: 1, maxUses: null });
    const { user: guest } = await joinAsGuest(
      db,
      { token, name: `Gäst ${i}`, functionName: '' },
      recordingRooms(),
    );
    userIds.push(guest.id);
  }
  await close();
  const people = await Promise.all(
    userIds.map(async (userId) => {
      const token = await encode({ token: { uid: userId, sv: 1 }, secret: authSecret });
      return { userId, cookie: `next-auth.session-token=${token}` };
    }),
  );
  return { workshopId, people };
}
