/**
 * How long the built server takes to listen: the first start on an empty folder, then five more on the same;
 * and how long a second server takes to refuse it. `npm run build && node tests/bench/start.mjs`
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SERVER_DIST } from '../../server/cli/paths.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-bench-'));
const times = [];
try {
  for (let i = 0; i < 6; i += 1) times.push(Math.round(await startAndStop()));
  console.info(`first start ${times[0]} ms`);
  console.info(`further starts ${times.slice(1).join(', ')} ms`);
  const { child } = await listening();
  console.info(`a second server refuses after ${Math.round(await refused())} ms`);
  await ended(child);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function startAndStop() {
  const { child, ms } = await listening();
  await ended(child);
  return ms;
}

async function listening() {
  const from = performance.now();
  const child = launch();
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (part) => String(part).includes('is ready on') && resolve());
    child.once('exit', (code) => reject(new Error(`It ended (${code}) before it listened.`)));
  });
  return { child, ms: performance.now() - from };
}

async function refused() {
  const from = performance.now();
  const child = launch();
  await new Promise((resolve) => child.once('exit', resolve));
  return performance.now() - from;
}

function launch() {
  return spawn(process.execPath, [path.join(SERVER_DIST, 'server.mjs')], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function ended(child) {
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return end;
}
