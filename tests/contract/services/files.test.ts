import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { files, workshops } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { FILE_LIMITS, readFile, storeImage } from '../../../lib/services/files.ts';
import { openTestDatabase } from '../../support/database.ts';
import { workshopWith } from '../../support/people.ts';
import { PNG, pngSaying } from '../../support/pictures.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());

test('a picture comes back byte for byte, to whoever may read the map', async () => {
  const { facilitator, joined } = await workshopWith(db);
  const leader = (await joined('leader')).actor;
  const stored = await storeImage(db, facilitator, PNG);
  expect(stored).toMatchObject({ type: 'image/png', width: 1, height: 1, size: PNG.length });
  const read = await readFile(db, leader, stored.id);
  expect(Buffer.from(read.bytes).equals(PNG)).toBe(true);
  expect(read.type).toBe('image/png');
});

test('a picture of 5 MB is kept whole, and one byte more is not taken', async () => {
  const { facilitator } = await workshopWith(db);
  const large = pngSaying(2_000, 2_000, 7, FILE_LIMITS.bytes);
  const { id } = await storeImage(db, facilitator, large);
  expect(Buffer.from((await readFile(db, facilitator, id)).bytes).equals(large)).toBe(true);
  await expect(storeImage(db, facilitator, pngSaying(1, 1, 0, FILE_LIMITS.bytes + 1))).rejects.toMatchObject({
    code: 'imageTooLarge',
  });
});

test('the same bytes are stored once, also when they come twice at the same time', async () => {
  const { facilitator, joined } = await workshopWith(db);
  const other = (await joined('participant')).actor;
  const [a, b] = await Promise.all([storeImage(db, facilitator, PNG), storeImage(db, other, PNG)]);
  expect(a.id).toBe(b.id);
});

test('whoever only reads brings no pictures, and another workshop has none of ours', async () => {
  const { facilitator, joined } = await workshopWith(db);
  const { facilitator: stranger } = await workshopWith(db);
  const leader = (await joined('leader')).actor;
  await expect(storeImage(db, leader, PNG)).rejects.toMatchObject({ code: 'forbidden' });
  const { id } = await storeImage(db, facilitator, PNG);
  for (const unknown of [id, '00000000-0000-4000-8000-000000000000', "'; drop table file; --"]) {
    await expect(readFile(db, stranger, unknown)).rejects.toMatchObject({ code: 'notFound' });
  }
});

test('what is no picture, or unpacks to too many pixels, is not stored', async () => {
  const { facilitator } = await workshopWith(db);
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await expect(storeImage(db, facilitator, svg)).rejects.toMatchObject({ code: 'imageUnreadable' });
  await expect(storeImage(db, facilitator, pngSaying(30_000, 30_000))).rejects.toMatchObject({
    code: 'imageTooManyPixels',
  });
});

test('a workshop that is full takes no more, and two at once do not share the last of the room', async () => {
  const { facilitator, id } = await workshopWith(db);
  const left = 3_000;
  await db.insert(files).values({
    workshopId: id,
    type: 'image/png',
    bytes: PNG,
    size: FILE_LIMITS.workshopBytes - left,
    width: 1,
    height: 1,
    sha256: 'what fills it',
  });
  const at = (seed: number) => storeImage(db, facilitator, pngSaying(1, 1, seed, 2_000));
  const results = await Promise.allSettled([at(1), at(2)]);
  expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(at(3)).rejects.toMatchObject({ code: 'imagesFull', params: { max: 200 } });
});

test('a workshop that goes takes its pictures with it', async () => {
  const { facilitator, id } = await workshopWith(db);
  await storeImage(db, facilitator, PNG);
  await db.delete(workshops).where(eq(workshops.id, id));
  expect(await db.$count(files, eq(files.workshopId, id))).toBe(0);
});
