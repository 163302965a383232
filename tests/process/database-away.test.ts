import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { furnish } from '../support/furnish.ts';
import { postgresMissing } from '../support/postgres.ts';
import { type Cluster, startCluster } from '../support/postgres-cluster.ts';
import { type RunningServer, startServer } from '../support/process.ts';
import { type Client, GUESTS_W, ProfileW, seatsAt } from '../support/profile-w.ts';
import { until } from '../support/sockets.ts';

const METRICS_TOKEN = 'a-token-for-this-test';
const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-away-'));
let cluster: Cluster | undefined;
let server: RunningServer | undefined;
let profile: ProfileW | undefined;
afterAll(async () => {
  profile?.close();
  server?.signal('SIGKILL');
  await server?.exited;
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const missing = postgresMissing();
describe.skipIf(missing)(`on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('the database goes away under a workshop and comes back: everybody is told within 5 s, nothing is lost, the queue drains (F4)', async () => {
    // One of its own, to be stopped: the run's cluster serves others too.
    const started = await startCluster();
    if ('missing' in started) throw new Error(started.missing);
    cluster = started;
    const furnished = await furnish(folder, GUESTS_W, cluster.url);
    server = await startServer({ DATA_DIR: folder, DATABASE_URL: cluster.url, METRICS_TOKEN });
    const { url } = server;
    const workshop = await ProfileW.open(seatsAt(url, furnished), { rate: 20, seed: 4 });
    profile = workshop;
    const ours = workshop.clients.filter((c) => !c.seat.stock);
    workshop.start();
    await until(() => workshop.saved.length >= 20, 'the first edits saved');

    await cluster.halt();
    const away = performance.now();
    await until(() => ours.every((c) => c.shows() === 'notSaved'), 'everybody told', 5_000);
    expect(await statusOf(`${url}/api/health/live`)).toBe(200);
    expect(await statusOf(`${url}/api/health/ready`)).toBe(503);
    const before = workshop.saved.length;
    await until(() => performance.now() - away > 8_000, 'a while', 10_000);
    expect(workshop.saved.length, 'nothing is shown as saved while the database is away').toBe(before);
    expect(ours.every((c) => c.shows() === 'notSaved')).toBe(true);
    const waiting = await metrics(url);
    expect(waiting.utifran_store_up).toBe(0);
    expect(waiting.utifran_log_waiting_updates).toBeGreaterThan(50);
    expect(waiting.utifran_durable_lag_seconds).toBeGreaterThan(5);

    await cluster.resume();
    await until(() => workshop.saved.length > before, 'saving again', 15_000);
    workshop.stop();
    await until(() => workshop.allSaved, 'everything saved', 15_000);
    const drained = await metrics(url);
    expect(drained.utifran_store_up).toBe(1);
    expect(drained.utifran_log_waiting_updates).toBe(0);
    expect(drained.utifran_durable_lag_seconds).toBe(0);
    expect(await statusOf(`${url}/api/health/ready`)).toBe(200);
    expect(workshop.refusals).toEqual([]);
    workshop.close();

    // A process that starts afterwards knows only what is stored.
    expect(await server.stop()).toBe(0);
    server = await startServer({ DATA_DIR: folder, DATABASE_URL: cluster.url });
    const after = await ProfileW.open(seatsAt(server.url, furnished));
    profile = after;
    expect(workshop.lost((after.clients[10] as Client).journey)).toEqual([]);
  });
});

const statusOf = async (url: string) => (await fetch(url)).status;

/** The metrics without labels, by name. */
async function metrics(url: string): Promise<Record<string, number>> {
  const answer = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const lines = (await answer.text()).split('\n').filter((line) => /^\w+ /.test(line));
  return Object.fromEntries(lines.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]));
}
