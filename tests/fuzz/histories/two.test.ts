import { expect, test } from 'vitest';
import { histories, runAll } from './batch.ts';

histories(500, 500);

/** Seeds that once found something. */
const PINNED: readonly number[] = [12, 46, 72, 156, 300, 731];

test(`the ${PINNED.length} seeds that once found something`, async () => {
  expect(await runAll(PINNED)).toBeDefined();
});
