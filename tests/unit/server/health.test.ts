import { expect, test } from 'vitest';
import { createPing } from '../../../server/http/health.ts';

test('many who ask at once cost the database one query', async () => {
  let asked = 0;
  const ping = createPing(async () => {
    asked += 1;
  });
  expect(await Promise.all(Array.from({ length: 50 }, () => ping()))).toEqual(Array(50).fill(true));
  expect(asked).toBe(1);
});

test('a database that answers with an error is not well', async () => {
  expect(await createPing(() => Promise.reject(new Error('away')))()).toBe(false);
});
