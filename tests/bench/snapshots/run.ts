/**
 * `npm run bench:snapshots`: what taking a snapshot of a full map costs those who work on it, with the real
 * sync server, store and threads, the map live and somebody in it.
 *
 * - loop: processor time of the server's main thread for one snapshot, in all and in the longest turn of its
 *   event loop (goals: 50 ms, 10 ms)
 * - stored: bytes as compressed, and of the figures beside them (goal: 60 kB in all)
 * - fan-out: from an edit to each of the others, 12 clients at profile W's pace (five edits a second, every
 *   pointer moving), while one snapshot follows another and without, by turns in one server (goal: p99 at
 *   most 1.5 times)
 *
 * `--cards N` (1000), `--times N` (30), `--rounds N` (5) of `--seconds N` (10) each
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installationRoot } from '../../../lib/db/root.ts';
import { figures } from '../figures.ts';
import { Author } from '../sync/clients/author.ts';
import { OurClient } from '../sync/clients/yjs.ts';
import { median, short } from '../sync/figures.ts';
import { atPace, pause, Receipts } from '../sync/load.ts';
import { ServerProcess } from '../sync/servers/process.ts';
import { fullMap } from './journey.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '1000' },
    times: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
  },
});
const CLIENTS = 12;
const WRITERS = 10;
/** Of each writer, so that it is five in all; and of each pointer. */
const EDITS = 0.5;
const POINTERS = 10;
/** Between two snapshots, ms. */
const REST = 500;

const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-snapshots-'));
const script = path.join(installationRoot(import.meta.url), 'tests/bench/snapshots/.cache/build/server.mjs');
const server = await ServerProcess.start(script, [folder]);
try {
  const { state, ...full } = fullMap(Number(values.cards));
  const room = await server.ask<string>('prepare', { full, state: Buffer.from(state).toString('base64') });
  console.info(`${values.cards} cards, state of ${(state.length / 1000).toFixed(0)} kB`);
  const clients = Array.from({ length: CLIENTS }, (_, number) => {
    const readOnly = number >= WRITERS;
    const author = readOnly ? null : new Author(state, number, WRITERS);
    const client = new OurClient({ port: server.port, room, number, readOnly }, author, 'card');
    // Each round listens anew.
    client.setMaxListeners(0);
    return client;
  });
  await Promise.all(clients.map((client) => client.ready()));
  const writers = clients.slice(0, WRITERS);
  for (const client of writers) client.edit();
  await pause(500);

  for (let i = 0; i < 5; i += 1) await server.ask('take');
  const times = Number(values.times);
  for (const how of ['total', 'slices'] as const) {
    const taken: number[] = [];
    for (let i = 0; i < times; i += 1) taken.push(await server.ask<number>('measured', { how }));
    console.info(`loop, ${how === 'total' ? 'in all' : 'longest turn'}: ${figures(taken)}`);
  }
  const { content, figures: beside } = await server.ask<{ content: number; figures: number }>('stored');
  console.info(`stored: ${content} B compressed, ${beside} B of figures as JSON beside it`);

  const stops = [
    atPace(writers, EDITS, (client) => client.edit()),
    atPace(clients, POINTERS, (client) => client.point(), 2),
  ];
  await pause(3_000);
  const ratios: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const without = await fanOut(false);
    const during = await fanOut(true);
    ratios.push(during.p99 / without.p99);
    console.info(
      `fan-out p99: ${short(without.p99)} ms without, ${short(during.p99)} ms during ${during.snapshots} snapshots`,
    );
  }
  console.info(`fan-out ratio, median: ${short(median(ratios))}`);
  for (const stop of stops) stop();

  async function fanOut(taking: boolean): Promise<{ p99: number; snapshots: number }> {
    const receipts = new Receipts(clients);
    receipts.begin();
    const end = performance.now() + Number(values.seconds) * 1_000;
    let snapshots = 0;
    while (performance.now() < end) {
      if (taking) {
        await server.ask('take');
        snapshots += 1;
      }
      await pause(REST);
    }
    receipts.end();
    await pause(300);
    return { p99: receipts.edits.at(0.99), snapshots };
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
