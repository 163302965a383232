import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installationRoot } from '../../../lib/db/root.ts';
import type { Group, Options } from './cells/cell.ts';
import { GROUPS } from './cells/index.ts';
import { goals, goalsTable } from './goals.ts';
import { forgetFolders, killAll, missing, PEERS } from './peers.ts';
import { type Row, tableOf } from './table.ts';

/** Runs the cells in rounds, the peers of a cell one right after the other, and prints and writes what they measured. */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    cells: { type: 'string' },
    peers: { type: 'string' },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const options: Options = {
  seconds: Number(values.seconds ?? (values.quick ? 3 : 8)),
  quick: values.quick,
  profile: values.profile,
};
const peers = listed(values.peers, PEERS);
const groups = listed(
  values.only,
  GROUPS.map((group) => group.name),
).map((name) => GROUPS.find((group) => group.name === name) as Group);

const started = new Date();
const [load = 0] = os.loadavg();
if (load > 1)
  console.warn(
    `Others are at work on this machine (load ${load.toFixed(1)}): trust no milliseconds of this run.`,
  );
const rows: Row[] = [];
for (const group of groups) {
  const own = await measured(group);
  rows.push(...own);
  console.info(tableOf(group, own));
}
forgetFolders();
const reached = goals(rows);
console.info(goalsTable(reached));
write();

async function measured(group: Group): Promise<Row[]> {
  const wanted = group.cells.filter((cell) => !values.cells || cell.name.startsWith(values.cells));
  const own = wanted.flatMap((cell) =>
    cell.peers
      .filter((peer) => peers.includes(peer))
      .map((peer) => {
        const why = missing(peer);
        return {
          cell,
          row: { group: group.name, cell: cell.name, peer, rounds: [], ...(why && { failed: why }) } as Row,
        };
      }),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { cell, row } of own) {
      if (row.failed || round >= (cell.rounds ?? rounds)) continue;
      progress(`${group.name} ${cell.name}, ${row.peer}, round ${round + 1} of ${rounds}`);
      try {
        row.rounds.push(await within(cell.patience ?? 120, cell.run(row.peer, options)));
      } catch (error) {
        row.failed = error instanceof Error ? error.message : String(error);
        console.error(error);
      }
    }
  }
  progress('');
  return own.map(({ row }) => row);
}

/** A server that cannot keep up would never end its cell: it is killed, and the row says so. */
async function within<T>(seconds: number, measuring: Promise<T>): Promise<T> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void killAll();
  }, seconds * 1000);
  try {
    return await measuring;
  } catch (error) {
    throw late ? new Error(`did not get through within ${seconds} s`) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** On a terminal only, one line that is written over. */
function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${what.slice(0, 78).padEnd(78)}\r`);
}

function write(): void {
  const folder = path.join(installationRoot(import.meta.url), 'tests/bench/sync/results');
  const to = values.json ?? path.join(folder, `${started.toISOString().replace(/[:.]/g, '-')}.json`);
  mkdirSync(path.dirname(path.resolve(to)), { recursive: true });
  const machine = { node: process.version, cpus: os.cpus().length, model: os.cpus()[0]?.model, load };
  const run = { started, minutes: (Date.now() - started.getTime()) / 60_000, rounds, ...options };
  writeFileSync(to, `${JSON.stringify({ run, machine, goals: reached, rows }, null, 2)}\n`);
  console.info(`Written to ${to}`);
}

function listed<T extends string>(given: string | undefined, known: readonly T[]): T[] {
  if (given === undefined) return [...known];
  const names = given.split(',') as T[];
  const strange = names.find((name) => !known.includes(name));
  if (strange) {
    console.error(`There is no ${strange}; there are ${known.join(', ')}.`);
    process.exit(2);
  }
  return names;
}
