import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cable } from '../support/cable.ts';
import { createPostgresDatabase, postgresMissing } from '../support/postgres.ts';
import { type RunningServer, startServer } from '../support/process.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-server-pg-'));
const servers: RunningServer[] = [];
afterAll(async () => {
  for (const server of servers) server.signal('SIGKILL');
  await Promise.all(servers.map((server) => server.exited));
  rmSync(folder, { recursive: true, force: true });
});

const missing = postgresMissing();
describe.skipIf(missing)(`on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('health turns red while the database is away and green when it is back, and the server stays', async () => {
    const { url, drop } = await createPostgresDatabase();
    const between = await cable(Number(new URL(url).port));
    const through = new URL(url);
    through.port = String(between.port);

    const server = await startServer({ DATA_DIR: folder, DATABASE_URL: through.href });
    servers.push(server);
    expect(existsSync(path.join(folder, 'database'))).toBe(false);
    const health = async () => (await fetch(`${server.url}/api/health`)).status;
    const becomes = async (status: number) => {
      const deadline = performance.now() + 15_000;
      while ((await health()) !== status) {
        if (performance.now() > deadline) throw new Error(`health never became ${status}`);
      }
    };
    await becomes(200);
    between.cut();
    await becomes(503);
    between.mend();
    await becomes(200);
    expect(await server.stop()).toBe(0);
    between.close();
    await drop();
  });
});
