import { afterAll, beforeAll, expect, test } from 'vitest';
import { users } from '../../../lib/db/schema/index.ts';
import { openTestDatabase } from '../../support/database.ts';

let first: Awaited<ReturnType<typeof openTestDatabase>>;
let second: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  first = await openTestDatabase();
  second = await openTestDatabase();
});
afterAll(async () => {
  await first.close();
  await second.close();
});

test('two test databases are migrated and know nothing of each other', async () => {
  await first.db.insert(users).values({ name: 'Åsa' });
  expect(await first.db.select({ name: users.name }).from(users)).toEqual([{ name: 'Åsa' }]);
  expect(await second.db.select().from(users)).toEqual([]);
});
