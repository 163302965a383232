import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditEvents } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { actorIn, changeRole, listMembers, removeMember, seatOf } from '../../../lib/services/members.ts';
import { openTestDatabase } from '../../support/database.ts';
import { account, recordingRooms, workshopWith } from '../../support/people.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());

const events = async (workshopId: string) =>
  (
    await db.select().from(auditEvents).where(eq(auditEvents.workshopId, workshopId)).orderBy(auditEvents.seq)
  ).map(({ event, detail }) => ({ event, detail }));

test('somebody who is no member has no role, and an unknown workshop is not found', async () => {
  const { id } = await workshopWith(db);
  const stranger = await account(db, 'Stranger');
  expect(await actorIn(db, stranger, id)).toMatchObject({ userId: stranger.id, workshopId: id, role: null });
  for (const unknown of ['00000000-0000-4000-8000-000000000000', 'not-an-id', "'; drop table member; --"]) {
    await expect(actorIn(db, stranger, unknown)).rejects.toMatchObject({ code: 'workshopNotFound' });
  }
});

test('an id spelled in capitals is the same workshop, so that its room and its sockets are found', async () => {
  const { id, user } = await workshopWith(db);
  expect(await actorIn(db, user, id.toUpperCase())).toMatchObject({ workshopId: id, role: 'facilitator' });
});

test('a changed role counts at once, is written down, and the sockets concerned are told', async () => {
  const { id, facilitator, joined } = await workshopWith(db);
  const { guest } = await joined('participant');
  const rooms = recordingRooms();
  await changeRole(db, facilitator, { userId: guest.id, role: 'noteTaker' }, rooms);
  expect((await actorIn(db, guest, id)).role).toBe('noteTaker');
  expect(rooms.told).toEqual([
    `rightsChanged ${id} ${guest.id}`,
    `notify journey:${id} members`,
    `notify tobe:${id} members`,
  ]);
  expect((await events(id)).at(-1)).toEqual({
    event: 'member.roleChanged',
    detail: { userId: guest.id, from: 'participant', to: 'noteTaker' },
  });
});

test('everybody has a seat of their own, in the order they came to the workshop', async () => {
  const { facilitator, joined } = await workshopWith(db);
  const seats = [await seatOf(db, facilitator)];
  for (let n = 0; n < 3; n += 1) seats.push(await seatOf(db, (await joined('leader')).actor));
  expect(seats).toEqual([0, 1, 2, 3]);
});

test('a removed member has no role any more, and their socket is closed', async () => {
  const { id, facilitator, joined } = await workshopWith(db);
  const { guest } = await joined('participant');
  const rooms = recordingRooms();
  await removeMember(db, facilitator, { userId: guest.id }, rooms);
  expect((await actorIn(db, guest, id)).role).toBeNull();
  expect(rooms.told[0]).toBe(`rightsChanged ${id} ${guest.id}`);
  expect((await events(id)).at(-1)?.event).toBe('member.removed');
  await expect(removeMember(db, facilitator, { userId: guest.id }, rooms)).rejects.toMatchObject({
    code: 'notFound',
  });
});

test.each(['leader', 'participant', 'noteTaker', 'interviewer'] as const)(
  'a %s changes nobody, not even themselves',
  async (role) => {
    const { id, facilitator, joined } = await workshopWith(db);
    const { actor, guest } = await joined(role);
    const rooms = recordingRooms();
    for (const userId of [facilitator.userId, guest.id]) {
      const change = changeRole(db, actor, { userId, role: 'facilitator' }, rooms);
      await expect(change).rejects.toMatchObject({ code: 'forbidden' });
      await expect(removeMember(db, actor, { userId }, rooms)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await listMembers(db, facilitator)).map((m) => m.role)).toEqual(['facilitator', role]);
    expect(rooms.told).toEqual([]);
    expect((await events(id)).some((e) => e.event.startsWith('member.r'))).toBe(false);
  },
);

test('the last facilitator stays, whichever way they would go', async () => {
  const { id, facilitator, joined } = await workshopWith(db);
  const { guest } = await joined('participant');
  const me = { userId: facilitator.userId };
  const rooms = recordingRooms();
  await expect(changeRole(db, facilitator, { ...me, role: 'leader' }, rooms)).rejects.toMatchObject({
    code: 'lastFacilitator',
  });
  await expect(removeMember(db, facilitator, me, rooms)).rejects.toMatchObject({ code: 'lastFacilitator' });
  expect((await listMembers(db, facilitator)).find((m) => m.userId === me.userId)?.role).toBe('facilitator');
  await changeRole(db, facilitator, { userId: guest.id, role: 'facilitator' }, rooms);
  await removeMember(db, facilitator, me, rooms);
  expect((await listMembers(db, await actorIn(db, guest, id))).map((m) => m.userId)).toEqual([guest.id]);
});

test('two facilitators who demote each other at once leave one', async () => {
  const { id, facilitator, joined } = await workshopWith(db);
  const { actor: other, guest } = await joined('facilitator');
  const rooms = recordingRooms();
  const outcomes = await Promise.allSettled([
    changeRole(db, facilitator, { userId: other.userId, role: 'participant' }, rooms),
    changeRole(db, other, { userId: facilitator.userId, role: 'participant' }, rooms),
  ]);
  expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
  const left = await listMembers(db, { ...facilitator, role: 'facilitator' });
  expect(left.filter((m) => m.role === 'facilitator')).toHaveLength(1);
  expect((await actorIn(db, guest, id)).role).toMatch(/facilitator|participant/);
});

test('a facilitator of one workshop is nobody in another', async () => {
  const mine = await workshopWith(db);
  const theirs = await workshopWith(db);
  const actor = await actorIn(db, mine.user, theirs.id);
  await expect(listMembers(db, actor)).rejects.toMatchObject({ code: 'forbidden' });
  const change = changeRole(
    db,
    mine.facilitator,
    { userId: theirs.user.id, role: 'leader' },
    recordingRooms(),
  );
  await expect(change).rejects.toMatchObject({ code: 'notFound' });
});
