import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WebSocket as NodeSocket } from 'ws';
import type { MemberRole } from '../../lib/services/members.ts';
import { type Furnished, furnish } from './furnish.ts';
import { createPostgresDatabase } from './postgres.ts';
import { type RunningServer, startServer } from './process.ts';
import { startRedis, type TestRedis } from './redis.ts';

export interface TestNodes {
  nodes: RunningServer[];
  furnished: Furnished;
  redis: TestRedis;
  databaseUrl: string;
  /** What each node is started with. */
  environment: Record<string, string>;
  /** A node in the place of one that has ended. */
  start(place: number): Promise<RunningServer>;
  close(): Promise<void>;
}

/** Server processes on one real PostgreSQL and one real Redis, with a workshop and its people. */
export async function startNodes(count: number, guests: readonly MemberRole[]): Promise<TestNodes> {
  const redis = await startRedis();
  const database = await createPostgresDatabase();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-nodes-'));
  const furnished = await furnish(folder, guests, database.url);
  const environment = {
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    AUTH_SECRET: readFileSync(path.join(folder, 'secret'), 'utf8').trim(),
  };
  const nodes: RunningServer[] = [];
  const start = async (place: number) => {
    const node = await startServer(environment);
    nodes[place] = node;
    return node;
  };
  for (let i = 0; i < count; i += 1) await start(i);
  return {
    nodes,
    furnished,
    redis,
    databaseUrl: database.url,
    environment,
    start,
    async close() {
      for (const node of nodes) node.signal('SIGKILL');
      await Promise.all(nodes.map((node) => node.exited));
      await redis.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a browser behind a balancer has: whichever node `choose` says, each time it connects. */
export function balanced(cookie: string, choose: () => RunningServer): typeof WebSocket {
  return class extends NodeSocket {
    constructor(url: string | URL) {
      const { url: origin } = choose();
      const to = new URL(url);
      to.host = new URL(origin).host;
      super(to, { headers: { origin, cookie } });
    }
  } as unknown as typeof WebSocket;
}

/** Sends the form of a page that has this text in it, as a browser without JavaScript does. */
export async function submitForm(
  page: string,
  cookie: string,
  holds: string,
  values: Record<string, string>,
): Promise<Response> {
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const form = (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((one) => one.includes(holds));
  if (!form) throw new Error(`${page} has no form with ${holds}:\n${html.slice(0, 2_000)}`);
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, 'name');
    if (name) body.set(name, attribute(input, 'value') ?? '');
  }
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  const headers = { cookie, origin: new URL(page).origin };
  return fetch(page, { method: 'POST', headers, body, redirect: 'manual' });
}

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? [];
  return value
    ?.replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
}
