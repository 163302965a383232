import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A private PostgreSQL for this run, or why there is none. */
    postgres: { url: string } | { missing: string };
  }
}

/** One PostgreSQL cluster for the whole run; each test file makes databases of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  if ('missing' in cluster) console.warn(`\nThe PostgreSQL suites are not run: ${cluster.missing}\n`);
  project.provide('postgres', 'missing' in cluster ? cluster : { url: cluster.url });
  return async () => {
    if ('stop' in cluster) await cluster.stop();
  };
}
