/**
 * `npm run bench`: installs the peers where they are missing, bundles our server and the driver, and runs
 * it. What it measures and how to read it: README.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBundled } from '../bundled.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const peers = path.join(here, 'peers');

if (!existsSync(path.join(peers, 'node_modules'))) {
  console.info('Installing the peers (better-sqlite3 is compiled here, a minute or two) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: peers,
    stdio: 'inherit',
    // Compiled from its source: no binary from elsewhere.
    env: { ...process.env, npm_config_build_from_source: 'true' },
  });
  if (status !== 0) console.warn('Not everything could be installed; those servers are left out.');
}

await runBundled(here, { ours: path.join(here, 'servers/ours.ts') });
