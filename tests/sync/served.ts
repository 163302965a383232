import { afterEach } from 'vitest';
import type { Sync } from '../../server/sync/sync.ts';
import { type SocketServer, serve } from '../support/sockets.ts';
import { setUp } from './set-up.ts';

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

/** A sync server behind real sockets until the test ends. */
export async function served(sync: Sync): Promise<SocketServer> {
  const server = await serve(sync);
  ending.push(() => server.close());
  return server;
}

/** As `setUp`, behind real sockets. */
export async function start(parts: Parameters<typeof setUp>[0] = {}) {
  const made = setUp({ relayPatience: 20, ...parts });
  return { ...made, server: await served(made.sync) };
}
