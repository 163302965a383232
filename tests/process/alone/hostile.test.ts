import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case, Ends } from '../../support/hostile/case.ts';
import { BROKEN_FRAMES, CASES } from '../../support/hostile/cases/index.ts';
import { Pair } from '../../support/hostile/pair.ts';
import { Child, type Needed, startBareServer } from '../../support/hostile/server.ts';
import { until } from '../../support/sockets.ts';

/**
 * One attacker in a workshop where two honest people work (sync.md §7): our server in a process of its
 * own, the attacker in another. What must hold: the server lives, the pair's edits are never late, memory
 * stays, and whoever offends is closed with a code that says why.
 */
const CARDS = 2_000;
/** By how much an honest edit may be later than the worst of the undisturbed ones, ms. */
const DELAY = 250;
/** Memory above what it was before the attack, MB. */
const MEMORY = 64;

interface Row extends Needed {
  name: string;
  /** Of honest edits, the worst: undisturbed, under attack. */
  before: number;
  delay: number;
  seconds: number;
  ends: Ends;
}
const rows: Row[] = [];

let attacker: Child;
beforeAll(async () => {
  attacker = new Child('attack.ts');
  await attacker.says('ready');
});
afterAll(async () => {
  await attacker.stop();
  console.info(`\n${table(rows)}\n`);
});

/** Runs these attacks one after the other on one server; the row tells of all together. */
async function attacked(name: string, cases: readonly Case[]): Promise<Row> {
  const { server, port } = await startBareServer(CARDS);
  const pair = new Pair(port);
  try {
    const before = await pair.start();
    await server.ask('reset');
    pair.reset();
    const row: Row = { name, before, delay: 0, seconds: 0, ends: {}, rss: 0, heap: 0, loop: 0, clients: 0 };
    for (const { name: which, leaves } of cases) {
      const order = { name: which, port, victim: pair.clientId };
      const made = await attacker.ask<{ ends: Ends; seconds: number }>(order);
      row.seconds += made.seconds;
      for (const [end, times] of Object.entries(made.ends)) row.ends[end] = (row.ends[end] ?? 0) + times;
      if (leaves) await until(() => pair.has(leaves), `“${leaves}” on the pair's map`);
    }
    row.delay = await pair.finish();
    Object.assign(row, await server.ask<Needed>('needed'));
    rows.push(row);
    expect(server.ended, 'the server lives').toBeNull();
    expect(pair.drops, 'the pair was dropped').toBe(0);
    expect(pair.faults()).toEqual([]);
    return row;
  } finally {
    pair.close();
    await server.stop();
  }
}

function passes(row: Row, ends: Case['ends']): void {
  expect(Object.keys(row.ends).filter((end) => !ends.map(String).includes(end))).toEqual([]);
  expect(row.delay - row.before, 'delay of an honest edit, ms').toBeLessThanOrEqual(DELAY);
  expect(row.rss, 'memory, MB').toBeLessThanOrEqual(MEMORY);
}

test.each(CASES.map((c) => [c.name, c] as const))('%s: the others work on', async (_name, attack) => {
  passes(await attacked(attack.name, [attack]), attack.ends);
});

test('malformed frames of every kind, 100 times each: the sender is closed within a second (F5)', async () => {
  const row = await attacked('malformed frames, each of 13 kinds 100 times', BROKEN_FRAMES);
  passes(row, [...new Set(BROKEN_FRAMES.flatMap((c) => c.ends))]);
});

function table(all: readonly Row[]): string {
  const lines = all.map(({ name, before, delay, rss, heap, loop, ends, seconds }) => {
    const closed = Object.entries(ends).map(([end, times]) => `${end} × ${times}`);
    const figures = [before, delay, loop, rss, heap].map((n) => n.toFixed(0));
    return `| ${[name, ...figures, closed.join(', '), seconds.toFixed(1)].join(' | ')} |`;
  });
  return [
    '| attack | honest edit before, worst ms | under attack | loop, worst ms | RSS +MB | heap +MB | ends | s |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
