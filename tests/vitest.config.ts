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
        include: ['tests/process/*.test.ts'],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        globalSetup: [POSTGRES],
      }),
      // What measures a server's memory or how long it stands still has the machine to itself, after the others.
      project('alone', {
        include: ['tests/process/alone/*.test.ts'],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
