import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditEvents, invitations, users } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import {
  createInvitation,
  listInvitations,
  readInvitation,
  revokeInvitation,
} from '../../../lib/services/invitations.ts';
import { joinAsGuest, joinAsUser, ownWorkshopBehind } from '../../../lib/services/joining.ts';
import { actorIn, listMembers } from '../../../lib/services/members.ts';
import { openTestDatabase } from '../../support/database.ts';
import { account, recordingRooms, workshopWith } from '../../support/people.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());

const open = { role: 'participant', label: 'Kundservice', days: 7, maxUses: null } as const;
const visitor = { name: 'Bo Ek', functionName: 'Ekonomi' };
const guests = async () => (await db.select().from(users).where(eq(users.kind, 'guest'))).length;

test('a link tells where it leads, and whoever joins by it is a member with its role', async () => {
  const { id, facilitator } = await workshopWith(db, 'Flytten');
  const { token } = await createInvitation(db, facilitator, open);
  expect(await readInvitation(db, token)).toMatchObject({
    workshopId: id,
    workshopTitle: 'Flytten',
    role: 'participant',
    invitedBy: 'Åsa Öberg',
  });
  const rooms = recordingRooms();
  const { user } = await joinAsGuest(db, { token, ...visitor }, rooms);
  expect(await actorIn(db, user, id)).toEqual({
    userId: user.id,
    name: 'Bo Ek',
    functionName: 'Ekonomi',
    workshopId: id,
    role: 'participant',
  });
  expect(rooms.told).toEqual([`notify journey:${id} members`, `notify tobe:${id} members`]);
  expect((await listInvitations(db, facilitator))[0]).toMatchObject({
    uses: 1,
    state: 'open',
    label: 'Kundservice',
  });
});

test('a member comes back by a link that is used up; it opens nothing for others, nor hides a higher role', async () => {
  const { id, user, facilitator } = await workshopWith(db);
  const { token } = await createInvitation(db, facilitator, { ...open, maxUses: 1 });
  const { user: guest } = await joinAsGuest(db, { token, ...visitor }, recordingRooms());
  await expect(readInvitation(db, token)).rejects.toMatchObject({ code: 'invitationUsedUp' });
  expect(await ownWorkshopBehind(db, guest.id, token)).toBe(id);
  expect(await ownWorkshopBehind(db, user.id, token)).toBe(id);
  const stranger = await account(db, 'Stranger');
  expect(await ownWorkshopBehind(db, stranger.id, token)).toBeNull();
  expect(await ownWorkshopBehind(db, guest.id, 'no such link')).toBeNull();
  const higher = await createInvitation(db, facilitator, { ...open, role: 'interviewer' });
  expect(await ownWorkshopBehind(db, guest.id, higher.token)).toBeNull();
});

test('the secret has 192 bits, is never the same, and is stored nowhere', async () => {
  const { facilitator } = await workshopWith(db);
  const made = await Promise.all([1, 2, 3].map(() => createInvitation(db, facilitator, open)));
  expect(new Set(made.map((m) => m.token)).size).toBe(3);
  for (const { token } of made) expect(Buffer.from(token, 'base64url')).toHaveLength(24);
  const stored = JSON.stringify([await db.select().from(invitations), await db.select().from(auditEvents)]);
  for (const { token } of made) expect(stored).not.toContain(token);
});

test.each(['', 'x', 'a'.repeat(200), "' or true --"])('the link %j is unknown', async (token) => {
  await expect(readInvitation(db, token)).rejects.toMatchObject({ code: 'invitationUnknown' });
  await expect(joinAsGuest(db, { token, ...visitor }, recordingRooms())).rejects.toMatchObject({
    code: 'invitationUnknown',
  });
});

test('a link that has expired lets nobody in and stores nobody', async () => {
  const { facilitator } = await workshopWith(db);
  const longAgo = new Date(Date.now() - 8 * 86_400_000);
  const { token } = await createInvitation(db, facilitator, open, longAgo);
  const before = await guests();
  await expect(readInvitation(db, token)).rejects.toMatchObject({ code: 'invitationExpired', status: 410 });
  await expect(joinAsGuest(db, { token, ...visitor }, recordingRooms())).rejects.toMatchObject({
    code: 'invitationExpired',
  });
  expect(await guests()).toBe(before);
  expect((await listInvitations(db, facilitator))[0]?.state).toBe('expired');
});

test('a link that is switched off stops at once; whoever joined by it stays', async () => {
  const { id, facilitator } = await workshopWith(db);
  const { id: invitationId, token } = await createInvitation(db, facilitator, open);
  const { user } = await joinAsGuest(db, { token, ...visitor }, recordingRooms());
  await revokeInvitation(db, facilitator, invitationId);
  await expect(readInvitation(db, token)).rejects.toMatchObject({ code: 'invitationRevoked' });
  await expect(joinAsGuest(db, { token, ...visitor }, recordingRooms())).rejects.toMatchObject({
    code: 'invitationRevoked',
  });
  expect((await actorIn(db, user, id)).role).toBe('participant');
});

test('of twelve who open a link for three at once, three get in', async () => {
  const { facilitator } = await workshopWith(db);
  const { token } = await createInvitation(db, facilitator, { ...open, maxUses: 3 });
  const before = await guests();
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, (_, i) =>
      joinAsGuest(db, { token, name: `Gäst ${i}`, functionName: '' }, recordingRooms()),
    ),
  );
  expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(3);
  for (const t of tries)
    if (t.status === 'rejected') expect(t.reason).toMatchObject({ code: 'invitationUsedUp' });
  expect(await guests()).toBe(before + 3);
  expect((await listMembers(db, facilitator)).length).toBe(4);
  expect((await listInvitations(db, facilitator))[0]).toMatchObject({ uses: 3, state: 'usedUp' });
});

test('whoever is in already uses nothing up and keeps the higher role', async () => {
  const { id, user, facilitator } = await workshopWith(db);
  const { token } = await createInvitation(db, facilitator, open);
  const rooms = recordingRooms();
  expect(await joinAsUser(db, user, { token }, rooms)).toEqual({ workshopId: id });
  expect((await actorIn(db, user, id)).role).toBe('facilitator');
  expect((await listInvitations(db, facilitator))[0]?.uses).toBe(0);
});

test('a link with a higher role raises a member, and the sockets are told', async () => {
  const { id, facilitator, joined } = await workshopWith(db);
  const { guest } = await joined('leader');
  const { token } = await createInvitation(db, facilitator, { ...open, role: 'noteTaker' });
  const rooms = recordingRooms();
  await joinAsUser(db, guest, { token }, rooms);
  expect((await actorIn(db, guest, id)).role).toBe('noteTaker');
  expect(rooms.told).toContain(`rightsChanged ${id} ${guest.id}`);
});

test('somebody signed in joins another workshop as themselves', async () => {
  const { id, facilitator } = await workshopWith(db);
  const other = await account(db, 'Cecilia');
  const { token } = await createInvitation(db, facilitator, open);
  await joinAsUser(db, other, { token, functionName: 'Drift' }, recordingRooms());
  expect(await actorIn(db, other, id)).toMatchObject({
    name: 'Cecilia',
    functionName: 'Drift',
    role: 'participant',
  });
});

test.each(['leader', 'participant', 'noteTaker', 'interviewer'] as const)(
  'a %s has nothing to do with links',
  async (role) => {
    const { facilitator, joined } = await workshopWith(db);
    const { actor } = await joined(role);
    const [link] = await listInvitations(db, facilitator);
    await expect(createInvitation(db, actor, open)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listInvitations(db, actor)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(revokeInvitation(db, actor, link?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
  },
);

test('a facilitator cannot switch off the link of another workshop', async () => {
  const mine = await workshopWith(db);
  const theirs = await workshopWith(db);
  const { id, token } = await createInvitation(db, theirs.facilitator, open);
  await expect(revokeInvitation(db, mine.facilitator, id)).rejects.toMatchObject({ code: 'notFound' });
  expect((await readInvitation(db, token)).workshopId).toBe(theirs.id);
});

test.each([[{ days: 0 }], [{ days: 91 }], [{ days: Number.NaN }], [{ maxUses: 0 }], [{ maxUses: 1.5 }]])(
  'a link with %j is not made',
  async (wrong) => {
    const { facilitator } = await workshopWith(db);
    await expect(createInvitation(db, facilitator, { ...open, ...wrong })).rejects.toMatchObject({
      code: 'invalidInput',
    });
    expect(await listInvitations(db, facilitator)).toEqual([]);
  },
);
