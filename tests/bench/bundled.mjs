import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a bench's `run.ts`, with the database's worker beside it, and runs it with this command's arguments;
 * ends the process with its status.
 * @param here the bench's folder
 * @param more further entry points by name
 */
export async function runBundled(here, more = {}) {
  const out = path.join(here, '.cache/build');
  await build({
    absWorkingDir: path.resolve(here, '../../..'),
    entryPoints: { ...more, run: path.join(here, 'run.ts'), 'pglite-worker': 'lib/db/pglite-worker.mjs' },
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
  const run = ['--enable-source-maps', path.join(out, 'run.mjs'), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, run, { stdio: 'inherit' }).status ?? 1);
}
