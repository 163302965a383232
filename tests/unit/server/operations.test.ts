import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Health } from '../../../server/http/health.ts';
import { createMetrics } from '../../../server/http/metrics.ts';
import { operationsPages } from '../../../server/http/operations.ts';
import { createLog } from '../../../server/log/index.ts';
import { Counters, type SyncFigures } from '../../../server/sync/figures.ts';

const ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending.splice(0)) end();
});

const TOKEN = 'a-token-of-some-length';

interface Wanted {
  metricsToken?: string | undefined;
  status?: Health['status'];
}

async function served(wanted: Wanted = {}) {
  const { metricsToken, status }: Wanted = { metricsToken: TOKEN, status: 'ok', ...wanted };
  const metrics = createMetrics('1.2.3');
  const page = operationsPages({
    version: '1.2.3',
    metricsToken,
    metrics: metrics.page,
    health: async () => ({ status: status ?? 'ok', version: '1.2.3', rooms: 2, clients: 5 }),
    log: createLog({ level: 'error' }),
  });
  const server = http.createServer((request, response) => page(request.url ?? '')?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.push(() => server.close(), metrics.stop);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, authorization?: string) =>
    fetch(base + path, authorization ? { headers: { authorization } } : {});
  return { metrics, get };
}

test('whoever stores is ready, also while other nodes hear of it late', async () => {
  const { get } = await served({ status: 'degraded' });
  const answer = await get('/api/health');
  expect([answer.status, (await answer.json()).status]).toEqual([200, 'degraded']);
});

test('alive is whoever answers; ready is whoever can store', async () => {
  const { get } = await served({ status: 'failing' });
  expect((await get('/api/health/live')).status).toBe(200);
  for (const path of ['/api/health', '/api/health/ready']) {
    const answer = await get(path);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'failing', version: '1.2.3', rooms: 2, clients: 5 });
  }
});

test('without a token in the configuration there is no page of metrics', async () => {
  const { get } = await served({ metricsToken: undefined });
  expect((await get('/api/metrics', 'Bearer undefined')).status).toBe(404);
});

test.each([undefined, 'Bearer wrong', `Basic ${TOKEN}`, 'Bearer ', `Bearer ${TOKEN.slice(0, -1)}`])(
  'with the authorization %s the page of metrics says nothing',
  async (authorization) => {
    const { get } = await served();
    const answer = await get('/api/metrics', authorization);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.text()).not.toContain('utifran_');
  },
);

test('the page tells what the sync server counted, in seconds and bytes', async () => {
  const { get, metrics } = await served();
  const { counters } = metrics;
  counters.refused('cardNotYours');
  counters.refused('cardNotYours');
  counters.closed(4409);
  counters.committed(3, 900, 7);
  const figures: SyncFigures = {
    rooms: 2,
    sockets: 5,
    store: 'failing',
    fanOut: null,
    log: { updates: 4, bytes: 1_200, lag: 1_500 },
    totals: counters.totals(),
  };
  metrics.watch(() => figures);
  const answer = await get('/api/metrics', `Bearer ${TOKEN}`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  const lines = text.split('\n');
  for (const line of [
    'utifran_info{version="1.2.3"} 1',
    'utifran_rooms 2',
    'utifran_sockets 5',
    'utifran_store_up 0',
    'utifran_log_waiting_updates 4',
    'utifran_log_waiting_bytes 1200',
    'utifran_durable_lag_seconds 1.5',
    'utifran_refused_updates_total{code="cardNotYours"} 2',
    'utifran_closed_sockets_total{code="4409"} 1',
    'utifran_committed_updates_total 3',
    'utifran_commit_seconds_bucket{le="0.005"} 0',
    'utifran_commit_seconds_bucket{le="0.01"} 1',
    'utifran_commit_seconds_count 1',
  ]) {
    expect(lines).toContain(line);
  }
  expect(text).toMatch(/^utifran_event_loop_delay_seconds\{quantile="0\.99"\} [\d.e-]+$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
  // A single node has no others to reach.
  expect(text).not.toMatch(/^utifran_fan_out_up \d/m);
  // Read twice, counted once.
  const again = await (await get('/api/metrics', `Bearer ${TOKEN}`)).text();
  expect(again).toContain('utifran_refused_updates_total{code="cardNotYours"} 2\n');
});

test('totals are by code and since the start', () => {
  const counters = new Counters();
  counters.closed(1001);
  counters.closed(1001);
  counters.committed(2, 10, 1);
  counters.committed(1, 5, 1);
  expect(counters.totals()).toEqual({
    refused: {},
    closed: { '1001': 2 },
    commits: { count: 2, updates: 3, bytes: 15 },
  });
});
