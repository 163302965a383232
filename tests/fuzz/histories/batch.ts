import { expect, test } from 'vitest';
import { History, NOTHING, type Seen } from './history.ts';

const PER_TEST = 25;

/** Tests of the histories with seeds `from` … `from + count − 1`, some in each test. */
export function histories(from: number, count: number): void {
  const starts = Array.from({ length: count / PER_TEST }, (_, i) => from + i * PER_TEST);
  test.each(starts)(
    `${PER_TEST} random histories, seeds %i and on: all agree in the end (F10)`,
    async (first) => {
      const total = await runAll(Array.from({ length: PER_TEST }, (_, i) => first + i));
      // They must have tried something.
      expect(total.edits).toBeGreaterThan(PER_TEST * 15);
      expect(total.offline).toBeGreaterThan(PER_TEST);
      for (const key of ['restarts', 'saved', 'refused', 'roles', 'emptied', 'renewed'] as const) {
        expect(total[key], key).toBeGreaterThan(2);
      }
    },
  );
}

/** Runs the histories of these seeds; a failure names its seed and tells what happened. */
export async function runAll(seeds: readonly number[]): Promise<Seen> {
  const total: Seen = { ...NOTHING };
  for (const seed of seeds) {
    const history = new History(seed);
    try {
      const seen = await history.run();
      for (const key of Object.keys(total) as (keyof Seen)[]) total[key] += seen[key];
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`seed ${seed}: ${reason}\n${history.log.join('\n')}`, { cause });
    }
  }
  return total;
}
