import { expect, test } from 'vitest';
import { runNode } from '../../support/process.ts';

/** Runs a program of this folder to its end, with a collector it can call; every line it prints is JSON. */
async function measured<T>(program: string, ...args: number[]): Promise<T[]> {
  const file = `tests/process/programs/${program}.ts`;
  const running = runNode(['--expose-gc', '--import', 'tsx', file, ...args.map(String)]);
  expect(await running.exited, running.output()).toBe(0);
  return running
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

interface Memory {
  heap: number;
  rss: number;
}

const SEED = 17;

test(`after 20,000 moves and 2,000 edits of text on 200 cards the document is small, opens at once, and memory is as before (F17, seed ${SEED})`, async () => {
  interface Left {
    isWhole: boolean;
    openedIn: number;
    fresh: number;
    stored: number;
    past: number;
    epoch: number;
    before: Memory;
    after: Memory;
  }
  const [left] = (await measured<Left>('long-workshop', SEED)) as [Left];
  expect(left.isWhole).toBe(true);
  // What is kept for those who come back late is counted too.
  expect(left.stored + left.past).toBeLessThanOrEqual(10 * left.fresh);
  expect(left.openedIn).toBeLessThanOrEqual(2_000);
  expect(left.after.heap).toBeLessThanOrEqual(1.1 * left.before.heap);
});

test('of 3,000 rooms opened and closed in ten rounds none is live, and from the second round on memory is flat (F18)', async () => {
  interface Round extends Memory {
    round: number;
    rooms: number;
  }
  const rounds = await measured<Round>('many-rooms', 10, 300);
  expect(rounds.map(({ rooms }) => rooms)).toEqual(Array(10).fill(0));
  const [, second, ...later] = rounds as [Round, Round, ...Round[]];
  for (const { round, heap, rss } of later) {
    expect(heap, `heap after round ${round}`).toBeLessThanOrEqual(1.1 * second.heap);
    expect(rss, `resident memory after round ${round}`).toBeLessThanOrEqual(1.1 * second.rss);
  }
});
