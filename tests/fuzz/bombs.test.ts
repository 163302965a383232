import { expect, test } from 'vitest';
import { examine } from '../../server/sync/examine.ts';

test('an update of twenty bytes that claims millions of structs is refused before room is made for them', () => {
  const grammar = { roots: new Set<string>(), types: new Set<number>(), mostItems: 20_000 };
  // One client with 2^24 structs, client id 1, clock 0, and then it ends.
  const bomb = Uint8Array.from([1, 0x80, 0x80, 0x80, 0x08, 1, 0, 0x84, 1]);
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 50; i += 1) expect(examine(bomb, () => 0, grammar).kind).toBe('malformed');
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
});
