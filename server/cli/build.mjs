/**
 * `npm run build`: the canvas' assets and the fonts to public/, the pages by Next, the server and its database
 * worker bundled. NEXT_DIST_DIR and SERVER_DIST_DIR put the two results elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { copyAssets } from './assets.mjs';
import { NEXT_DIST, ROOT, SERVER_DIST } from './paths.mjs';
import { sourceStamp, writeStamp } from './stamp.mjs';

const { build } = await import('esbuild').catch(() => {
  console.error('The tools for building are not installed. Run: npm install --include=dev');
  process.exit(1);
});

const started = Date.now();
// Taken first: what changes while we build makes the build stale.
const stamp = sourceStamp();
rmSync(SERVER_DIST, { recursive: true, force: true });
// Types of routes that are gone since would fail the type check.
for (const left of ['types', 'dev']) rmSync(path.join(NEXT_DIST, left), { recursive: true, force: true });

copyAssets();

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
const { status } = spawnSync(process.execPath, [next, 'build'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
if (status !== 0) {
  console.error('The build failed; what is wrong stands above.');
  process.exit(1);
}

await build({
  absWorkingDir: ROOT,
  entryPoints: {
    server: 'server/index.ts',
    'pglite-worker': 'lib/db/pglite-worker.mjs',
    worker: 'server/work/worker.ts',
  },
  outdir: SERVER_DIST,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
// Documents that Next does not write carry their CSS themselves (server/styles.ts).
cpSync(path.join(ROOT, 'app'), path.join(SERVER_DIST, 'styles'), {
  recursive: true,
  filter: (file) => statSync(file).isDirectory() || (file.endsWith('.css') && !file.endsWith('.module.css')),
});
writeStamp(stamp);
console.info(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
