/** `npm run bench:review`: bundles the driver and runs it. What it measures: run.ts. */
import { fileURLToPath } from 'node:url';
import { runBundled } from '../bundled.mjs';

await runBundled(fileURLToPath(new URL('.', import.meta.url)));
