/** `npm run bench:snapshots`: bundles server and driver and runs the driver. What it measures: run.ts. */
import { fileURLToPath } from 'node:url';
import { runBundled } from '../bundled.mjs';

await runBundled(fileURLToPath(new URL('.', import.meta.url)), {
  server: 'tests/bench/snapshots/server.ts',
  worker: 'server/work/worker.ts',
});
