import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { launchServer, type Running, type RunningServer, startServer } from '../support/process.ts';

const base = mkdtempSync(path.join(os.tmpdir(), 'utifran-server-'));
/** The folder of a first start, copied for every test: making a database takes seconds. */
const seed = path.join(base, 'seed');
let folder: string;
const running = new Set<Running>();
beforeAll(async () => {
  expect(await (await startServer({ DATA_DIR: seed })).stop()).toBe(0);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(path.join(base, 'data-'));
  cpSync(seed, folder, { recursive: true });
});
afterEach(async () => {
  for (const one of running) one.signal('SIGKILL');
  await Promise.all([...running].map((one) => one.exited));
  running.clear();
});

async function start(environment: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer({ DATA_DIR: folder, ...environment });
  running.add(server);
  return server;
}

function launch(environment: Record<string, string>): Running {
  const one = launchServer({ DATA_DIR: folder, ...environment });
  running.add(one);
  return one;
}

test('the first start makes the folder and the secret, says where to go, and the second is well', async () => {
  rmSync(folder, { recursive: true, force: true });
  const first = await start();
  await first.says(/Nobody has an account yet: open http:\/\/localhost:\d+\/welcome/);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
  expect(await first.stop()).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['database', 'secret']);

  const second = await start();
  const health = await fetch(`${second.url}/api/health`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', rooms: 0, clients: 0 });
  expect(await second.stop()).toBe(0);
});

test('a second server on the folder refuses and names the first', async () => {
  const first = await start();
  const second = launch({});
  expect(await second.exited).toBe(1);
  expect(second.output()).toMatch(new RegExp(`in use by process ${first.pid} .*Stop that one first`));
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
});

test('after kill -9 it starts again on the same folder', async () => {
  const first = await start();
  first.signal('SIGKILL');
  await first.exited;
  const again = await start();
  expect((await fetch(`${again.url}/api/health`)).status).toBe(200);
});

test('SIGTERM while it is still starting ends it cleanly too', async () => {
  const starting = launch({});
  // The lock is the first thing it takes.
  await lockTaken(folder);
  starting.signal('SIGTERM');
  expect(await starting.exited).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('lock'))).toEqual([]);
});

test.each([
  [{ PORT: 'eighty' }, /^PORT must be a number/],
  [{ BASE_URL: 'journeys' }, /^BASE_URL must be the address/],
  [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET is too short/],
  [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' }, /^The database at DATABASE_URL could not be used/],
])('a wrong configuration stops the start with one sentence: %o', async (environment, sentence) => {
  const refused = launch(environment as Record<string, string>);
  expect(await refused.exited).toBe(1);
  expect(refused.output().trim()).toMatch(sentence);
  expect(refused.output().trim().split('\n')).toHaveLength(1);
});

test('a port in use stops the start and frees the folder', async () => {
  const busy = net.createServer();
  const port = await new Promise<number>((resolve) => {
    busy.listen(0, () => resolve((busy.address() as net.AddressInfo).port));
  });
  const refused = launch({ PORT: String(port) });
  expect(await refused.exited).toBe(1);
  expect(refused.output()).toContain(
    `Port ${port} is in use. Stop what uses it, or set PORT to another one.`,
  );
  busy.close();
  await start();
});

describe('while it serves', () => {
  test('every script of a page carries the nonce of its policy, and no page is framed or sniffed', async () => {
    const { url } = await start();
    for (const page of ['/welcome', '/no-such-page']) {
      const answer = await fetch(url + page);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-powered-by')).toBeNull();
    }
  });

  test('sockets without an Origin of ours, or to nowhere, are refused before they open', async () => {
    const { url } = await start();
    const at = url.replace('http', 'ws');
    expect(await handshake(`${at}/elsewhere`, url)).toBe(404);
    expect(await handshake(`${at}/_next/hmr`, url)).toBe(404);
    expect(await handshake(`${at}/sync/journey:x`, 'https://evil.example')).toBe(403);
    expect(await handshake(`${at}/sync/journey:x`, undefined)).toBe(403);
  });

  test('what is no HTTP, breaks off, or never ends its head harms nobody', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    expect(await raw(port, 'HELO there\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    );
    await raw(port, 'GET //[ HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n');
    const torn = net.connect(port, '127.0.0.1', () => {
      torn.write('GET /sync/journey:x HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
      torn.resetAndDestroy();
    });
    await new Promise((resolve) => torn.once('close', resolve));
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  });

  test('SIGTERM lets an answer that is under way finish', async () => {
    const server = await start();
    const agent = new http.Agent({ keepAlive: true });
    const answer = new Promise<number>((resolve, reject) => {
      http
        .get(`${server.url}/welcome`, { agent }, (response) => {
          // The head is here; the server is told to stop before the body has been read.
          server.signal('SIGTERM');
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        })
        .on('error', reject);
    });
    expect(await answer).toBe(200);
    expect(await server.exited).toBe(0);
    agent.destroy();
  });
});

test('secrets may come from files', async () => {
  const file = path.join(folder, 'given');
  writeFileSync(file, 'dK3vQ8mZr1xW7pLs0bTfYc5nHgJ2aEuR\n');
  rmSync(path.join(folder, 'secret'));
  await start({ AUTH_SECRET_FILE: file });
  expect(readdirSync(folder)).not.toContain('secret');
});

/** The status of a refused upgrade, 101 for one that opened. */
function handshake(url: string, origin: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, origin ? { origin } : {});
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('error', reject);
  });
}

/** Sends these bytes and returns all that comes back until the server closes. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => {
      said += part;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}

/** Resolves once a lock's socket stands in the folder. */
async function lockTaken(dir: string): Promise<void> {
  while (!readdirSync(dir).some((name) => /^lock-.*\.sock$/.test(name))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
