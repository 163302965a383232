/**
 * `npm run bench:review`: how long the server takes for the review of a full map, from the request to the last
 * byte, over HTTP as a leader's browser asks. Needs a build (`npm run build`). Goal: median at most 100 ms.
 *
 * - first: each of several snapshots for the first time, none like another, after the process has warmed up
 * - again: the same ones once more
 * - the very first request of a new process is told apart
 *
 * Beside the time the clock shows, the processor time of the server's main thread, which other load on the
 * machine does not lengthen, and of all its threads (Linux only).
 *
 * `--cards N` (1000), `--snapshots N` (12), `--times N` (60)
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startServer } from '../../support/process.ts';
import { figures } from '../figures.ts';
import { reviewRoom } from './room.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '1000' },
    snapshots: { type: 'string', default: '12' },
    times: { type: 'string', default: '60' },
  },
});
const SNAPSHOTS = Number(values.snapshots);
const TIMES = Number(values.times);

const room = await reviewRoom(Number(values.cards), SNAPSHOTS);
const server = await startServer(room.environment);
try {
  const opening = await asked(1);
  console.info(`${values.cards} cards; the first request of the process: ${opening.clock.toFixed(0)} ms`);
  for (const walk of [false, true]) {
    const what = walk ? 'walk-through' : 'report';
    const first: Asked[] = [];
    for (let number = 2; number <= SNAPSHOTS; number += 1) first.push(await asked(number, walk));
    tell(`${what}, ${((first[0]?.bytes ?? 0) / 1000).toFixed(0)} kB of HTML, for the first time`, first);
    const again: Asked[] = [];
    for (let i = 0; i < TIMES; i += 1) again.push(await asked(SNAPSHOTS - (i % 3), walk));
    tell(`${what}, again`, again);
  }
} finally {
  await server.stop();
  rmSync(room.environment.DATA_DIR, { recursive: true, force: true });
}

interface Asked {
  clock: number;
  main: number;
  all: number;
  bytes: number;
}

function tell(what: string, asked: readonly Asked[]): void {
  console.info(`${what}: ${figures(asked.map((a) => a.clock))}`);
  console.info(`  main thread: ${figures(asked.map((a) => a.main))}`);
  console.info(`  all threads: ${figures(asked.map((a) => a.all))}`);
}

async function asked(number: number, walk = false): Promise<Asked> {
  const path = `/workshops/${room.workshop}/snapshots/${number}${walk ? '?walk' : ''}`;
  const [main, all, from] = [spent('main'), spent('all'), performance.now()];
  const answer = await fetch(`${server.url}${path}`, {
    headers: { cookie: `next-auth.session-token=${room.token}`, 'accept-encoding': 'gzip' },
  });
  const html = await answer.text();
  const clock = performance.now() - from;
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  return {
    clock,
    main: spent('main') - main,
    all: spent('all') - all,
    bytes: Buffer.byteLength(html),
  };
}

/** Processor time of the server so far, ms. */
function spent(of: 'main' | 'all'): number {
  const threads = of === 'main' ? [String(server.pid)] : readdirSync(`/proc/${server.pid}/task`);
  return threads.reduce((sum, thread) => {
    const file = `/proc/${server.pid}/task/${thread}/schedstat`;
    return sum + (existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0);
  }, 0);
}
