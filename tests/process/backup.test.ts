import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toJourney } from '../../lib/journey/document.ts';
import { furnish } from '../support/furnish.ts';
import { createPostgresDatabase, postgresMissing } from '../support/postgres.ts';
import { postgresProgram } from '../support/postgres-cluster.ts';
import { type RunningServer, startServer } from '../support/process.ts';
import { type Client, GUESTS_W, ProfileW, seatsAt } from '../support/profile-w.ts';
import { until } from '../support/sockets.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-backup-'));
const servers: RunningServer[] = [];
const workshops: ProfileW[] = [];
afterAll(async () => {
  for (const workshop of workshops) workshop.close();
  for (const server of servers) server.signal('SIGKILL');
  await Promise.all(servers.map((server) => server.exited));
  rmSync(folder, { recursive: true, force: true });
});

const missing = postgresMissing();
describe.skipIf(missing)(`on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('the README’s backup, taken while people work, restores to the same workshop on an empty database (F20)', async () => {
    const [one, two] = [await createPostgresDatabase(), await createPostgresDatabase()];
    const furnished = await furnish(folder, GUESTS_W, one.url);
    const open = async (databaseUrl: string) => {
      const server = await startServer({ DATA_DIR: folder, DATABASE_URL: databaseUrl });
      servers.push(server);
      const workshop = await ProfileW.open(seatsAt(server.url, furnished), { rate: 20, seed: 6 });
      workshops.push(workshop);
      return { server, workshop };
    };
    const first = await open(one.url);
    first.workshop.start();
    await until(() => first.workshop.saved.length >= 20, 'some edits saved');
    const saved = first.workshop.saved;
    const dump = path.join(folder, 'utifran.dump');
    run('pg_dump', '-Fc', '-f', dump, one.url);
    first.workshop.stop();
    first.workshop.close();
    expect(await first.server.stop()).toBe(0);

    run('pg_restore', '--clean', '--if-exists', '-d', two.url, dump);
    const { server, workshop } = await open(two.url);
    const { journey } = workshop.clients[10] as Client;
    expect(first.workshop.lost(journey, saved)).toEqual([]);
    expect(toJourney(journey).unreadable).toEqual([]);
    expect(workshop.editAt(2)).not.toBeNull();
    await until(() => workshop.allSaved, 'an edit saved there');
    workshop.close();
    expect(await server.stop()).toBe(0);
    await one.drop();
    await two.drop();
  });
});

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(postgresProgram(program), args);
  expect(status, stderr?.toString()).toBe(0);
}
