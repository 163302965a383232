import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A private PostgreSQL for the run. */
const POSTGRES = 'tests/support/postgres-setup.ts';
const project = (name: string, extra: object = {}) => ({
  resolve: { alias: { '@': root } },
  test: { name, root, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node', ...extra },
});

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      project('unit'),
      project('contract', { testTimeout: 60_000, hookTimeout: 120_000, globalSetup: [POSTGRES] }),
      project('sync', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('fuzz', { testTimeout: 120_000, hookTimeout: 60_000 }),
      project('architecture'),
      project('process', {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        globalSetup: [POSTGRES],
      }),
    ],
  },
});
