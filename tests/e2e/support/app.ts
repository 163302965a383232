import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Running, startServer } from '../../support/process.ts';

/** The production server on a data folder and a port of its own; both outlive a kill and restart. */
export interface App {
  url: string;
  /** SIGKILL, as a power switch would; resolves when the process is gone. */
  kill(): Promise<void>;
  start(): Promise<void>;
  output(): string;
}

export async function launchApp(
  environment: Record<string, string> = {},
): Promise<App & { dispose(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'utifran-e2e-'));
  const port = await freePort();
  let running: Running | undefined;
  const app = {
    url: `http://localhost:${port}`,
    async start() {
      running = await startServer({ DATA_DIR: dataDir, PORT: String(port), ...environment });
    },
    async kill() {
      running?.signal('SIGKILL');
      await running?.exited;
    },
    output: () => running?.output() ?? '',
    async dispose() {
      running?.signal('SIGTERM');
      await running?.exited;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await app.start();
  return app;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
