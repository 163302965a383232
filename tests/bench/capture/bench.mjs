/** `npm run bench:capture`: bundles the driver and runs it. What it measures: run.ts. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, '.cache/build');

await build({
  absWorkingDir: path.resolve(here, '../../..'),
  entryPoints: { run: path.join(here, 'run.ts'), 'pglite-worker': 'lib/db/pglite-worker.mjs' },
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});

const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', path.join(out, 'run.mjs'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
