import type { Actor } from '../../lib/auth/can.ts';
import type { SessionUser } from '../../lib/auth/session.ts';
import { users } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';
import type { Rooms } from '../../lib/runtime.ts';
import { createInvitation } from '../../lib/services/invitations.ts';
import { joinAsGuest } from '../../lib/services/joining.ts';
import { actorIn, type MemberRole } from '../../lib/services/members.ts';
import { createWorkshop } from '../../lib/services/workshops.ts';

/** Rooms that hold no document and remember what they were told. */
export function recordingRooms(): Rooms & { told: string[] } {
  const told: string[] = [];
  return {
    told,
    read: () => Promise.reject(new Error('These rooms hold no document.')),
    past: () => Promise.reject(new Error('These rooms hold no document.')),
    restore: () => Promise.reject(new Error('These rooms hold no document.')),
    rightsChanged: (workshopId, userId) => void told.push(`rightsChanged ${workshopId} ${userId ?? ''}`),
    erase: async (workshopId) => {
      told.push(`erase ${workshopId}`);
      return { cards: 0 };
    },
    remove: async (document) => void told.push(`remove ${document}`),
    documentChanged: (document) => void told.push(`documentChanged ${document}`),
    userChanged: (userId) => void told.push(`userChanged ${userId}`),
    notify: (document, notice) => void told.push(`notify ${document} ${notice.type}`),
  };
}

/** An account without a password. */
export async function account(db: Db, name: string): Promise<SessionUser> {
  const email = `${name.toLowerCase().replace(/[^a-z]/g, '')}-${Math.random().toString(36).slice(2)}@example.org`;
  const [row] = await db.insert(users).values({ name, email }).returning();
  if (!row) throw new Error('no account');
  return { id: row.id, name, email, kind: 'account' };
}

/** A workshop with its facilitator, and how to get others into it by link. */
export async function workshopWith(db: Db, title = 'Elräkningen') {
  const user = await account(db, 'Åsa Öberg');
  const { id } = await createWorkshop(db, user, { title, template: 'subscription', locale: 'sv' });
  const facilitator: Actor = await actorIn(db, user, id);
  const rooms = recordingRooms();
  async function joined(role: MemberRole, name = `En ${role}`) {
    const { token } = await createInvitation(db, facilitator, { role, label: '', days: 1, maxUses: null });
    const { user: guest } = await joinAsGuest(db, { token, name, functionName: 'Kundservice' }, rooms);
    return { guest, actor: await actorIn(db, guest, id), token };
  }
  return { id, user, facilitator, rooms, joined };
}
