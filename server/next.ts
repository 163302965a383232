import { EventEmitter } from 'node:events';
import type { RequestListener } from 'node:http';
import { type Config, StartError } from '../lib/config.ts';
import { copyAssets } from './cli/assets.mjs';
import type { Upgrade } from './http/server.ts';
import type { Log } from './log/index.ts';

export interface Pages {
  handle: RequestListener;
  /** Next's own sockets, in development. False when Next does not want it. */
  upgrade(...call: Parameters<Upgrade>): boolean;
  close(): Promise<void>;
}

/**
 * Starts Next for the installation in `root`. Next adds an upgrade listener of its own at the first request,
 * which closes sockets whose path matches a page: it gets an emitter of its own instead of our server.
 *
 * @throws StartError when there is no production build.
 */
export async function startNext(config: Config, root: string, log: Log): Promise<Pages> {
  if (!config.production) copyAssets();
  const upgrades = new EventEmitter();
  // Loaded only now: it reads the environment as it is imported.
  const { default: next } = await import('next');
  const app = next({
    dev: !config.production,
    dir: root,
    hostname: config.host || 'localhost',
    port: config.port,
    httpServer: upgrades as unknown as NonNullable<Parameters<typeof next>[0]['httpServer']>,
  });
  try {
    await app.prepare();
  } catch (cause) {
    if (!String(cause).includes('production build')) throw cause;
    throw new StartError(
      'There is no build of this version. Run npm start, which makes one, or npm run build.',
      { cause },
    );
  }
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => {
      handle(request, response).catch((error: unknown) => {
        log.error('A page broke off.', error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
    upgrade: (request, socket, head) => !config.production && upgrades.emit('upgrade', request, socket, head),
    close: () => app.close(),
  };
}
