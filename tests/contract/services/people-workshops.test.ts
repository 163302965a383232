import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { auditEvents, docStates, members, workshops } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { audit } from '../../../lib/services/audit.ts';
import { createWorkshop, listWorkshops, readWorkshop } from '../../../lib/services/workshops.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { openTestDatabase } from '../../support/database.ts';
import { account, workshopWith } from '../../support/people.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());

test('a workshop comes with its facilitator, its document from the template, and its audit line', async () => {
  const user = await account(db, 'Åsa');
  const { id } = await createWorkshop(db, user, { title: 'Elräkningen', template: 'retail', locale: 'sv' });
  expect(await readWorkshop(db, id)).toMatchObject({
    title: 'Elräkningen',
    template: 'retail',
    locale: 'sv',
    demo: false,
  });
  const [state] = await db
    .select()
    .from(docStates)
    .where(eq(docStates.doc, journeyDocument(id)));
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, state?.state as Uint8Array);
  const map = toJourney(journey);
  expect(map.meta).toMatchObject({ title: 'Elräkningen', locale: 'sv', structure: 'facilitator' });
  expect(map.touchpoints.length).toBeGreaterThan(7);
  expect(map.lanes).toHaveLength(8);
  const lines = await db.select().from(auditEvents).where(eq(auditEvents.workshopId, id));
  expect(lines).toMatchObject([
    { event: 'workshop.created', actorId: user.id, detail: { template: 'retail' } },
  ]);
});

test('a guest makes no workshop', async () => {
  const { joined } = await workshopWith(db);
  const { guest } = await joined('facilitator');
  await expect(
    createWorkshop(db, guest, { title: 'x', template: 'retail', locale: 'en' }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a workshop that cannot be finished leaves nothing behind', async () => {
  const user = await account(db, 'Half');
  const gone = { ...user, id: '00000000-0000-4000-8000-000000000000' };
  const before = await db.$count(workshops);
  await expect(createWorkshop(db, gone, { title: 'x', template: 'retail', locale: 'en' })).rejects.toThrow();
  expect(await db.$count(workshops)).toBe(before);
});

test('my list holds my workshops only, what happened last at the top, each with its people', async () => {
  const first = await workshopWith(db, 'Första');
  const { id: second } = await createWorkshop(db, first.user, {
    title: 'Andra',
    template: 'retail',
    locale: 'sv',
  });
  await workshopWith(db, 'Någon annans');
  expect((await listWorkshops(db, first.user)).map((w) => w.title)).toEqual(['Andra', 'Första']);
  await first.joined('participant', 'Bo Ek');
  const list = await listWorkshops(db, first.user);
  expect(list.map((w) => w.title)).toEqual(['Första', 'Andra']);
  expect(list[0]).toMatchObject({
    members: 2,
    role: 'facilitator',
    last: { event: 'member.joined', by: 'Bo Ek' },
  });
  expect(list[1]).toMatchObject({ id: second, members: 1, last: { event: 'workshop.created' } });
});

test('a leader hears of snapshots and of nothing else', async () => {
  const { id, joined, facilitator } = await workshopWith(db);
  const { guest } = await joined('leader');
  await audit(db, { workshopId: id, actorId: facilitator.userId, event: 'interview.imported' });
  expect((await listWorkshops(db, guest))[0]?.last).toBeNull();
  await audit(db, {
    workshopId: id,
    actorId: facilitator.userId,
    event: 'snapshot.taken',
    detail: { number: 1 },
  });
  await audit(db, { workshopId: id, actorId: facilitator.userId, event: 'interview.imported' });
  expect((await listWorkshops(db, guest))[0]?.last).toMatchObject({
    event: 'snapshot.taken',
    by: 'Åsa Öberg',
  });
});

test('somebody without workshops has an empty list', async () => {
  expect(await listWorkshops(db, await account(db, 'Ny'))).toEqual([]);
});

test('removing a workshop removes its members', async () => {
  const { id } = await workshopWith(db);
  await db.delete(workshops).where(eq(workshops.id, id));
  expect(await db.$count(members, eq(members.workshopId, id))).toBe(0);
});
