/**
 * The line between the driver and a server under test: one process each, so that its CPU and memory are its
 * own. The driver asks `{ id, ask, ...rest }` over IPC and gets `{ id, answer }` or `{ id, error }`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();

/**
 * Says which port the server listens on, and answers the driver from then on. Every server can `stats`
 * (CPU of all its threads and of the main one in ms, memory in bytes, event-loop delay in ms since the last `reset`),
 * `collect` (the same after a garbage collection), `reset`, and `profile` its main thread until `profiled`.
 *
 * @param {number} port
 * @param {Record<string, (rest: any) => unknown>} [own] what else this server can be asked
 */
export function listening(port, own = {}) {
  const asks = { stats, collect, reset: () => loop.reset(), profile, profiled, ...own };
  // The driver may be gone already; then so are we, by `disconnect`.
  const say = (what) => process.connected && process.send?.(what, () => {});
  process.on('message', async ({ id, ask, ...rest }) => {
    try {
      say({ id, answer: await asks[ask](rest) });
    } catch (error) {
      say({ id, error: String(error?.stack ?? error) });
    }
  });
  process.on('disconnect', () => process.exit());
  say({ port });
}

function stats() {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  // The histogram counts from the timer's own resolution.
  const delay = (ns) => Math.max(0, ns / 1e6 - 5);
  return {
    cpu: (user + system) / 1000,
    mainCpu: mainThread(),
    rss,
    heap: heapUsed,
    loop: { p99: delay(loop.percentile(99)), max: delay(loop.max) },
  };
}

/** The rest are the garbage collector's, the compiler's and, in ours, the database's threads. Linux only, else NaN. */
function mainThread() {
  try {
    const fields = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const session = new Session();

async function profile() {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
}

async function profiled({ file }) {
  const { profile: found } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(found));
}

async function collect() {
  for (let i = 0; i < 4; i += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return stats();
}
