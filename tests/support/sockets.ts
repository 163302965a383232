import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket as NodeSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import { type JourneySession, openSession } from '../../lib/sync/client/index.ts';
import type { Sync } from '../../server/sync/sync.ts';
import { DOCUMENT } from './network.ts';

export interface SocketServer {
  port: number;
  url: string;
  /** A WebSocket class that comes from our own page, as `userId` (see `byHeader`). */
  socketOf(userId: string, headers?: Record<string, string>): typeof WebSocket;
  /** A provider of stock y-websocket with an empty document. */
  provider(userId: string): { provider: WebsocketProvider; journey: JourneyDoc };
  session(userId: string, readOnly?: boolean): JourneySession;
  /** Every frame the sessions have sent. */
  sent: { userId: string; frame: Uint8Array }[];
  close(): Promise<void>;
}

/** A real HTTP server on port 0 with the sync server behind its upgrades. */
export async function serve(sync: Sync): Promise<SocketServer> {
  const server = http.createServer();
  server.on('upgrade', (request, socket, head) => sync.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const open: (() => void)[] = [];
  const sent: SocketServer['sent'] = [];

  function socketOf(userId: string, headers: Record<string, string> = {}): typeof WebSocket {
    const own = { origin: `http://127.0.0.1:${port}`, 'x-user': userId, ...headers };
    return class extends NodeSocket {
      constructor(url: string | URL) {
        super(url, { headers: own });
      }
      override send(data: Uint8Array): void {
        sent.push({ userId, frame: data });
        super.send(data);
      }
    } as unknown as typeof WebSocket;
  }

  return {
    port,
    url: `ws://127.0.0.1:${port}/sync`,
    socketOf,
    sent,
    provider(userId) {
      const doc = new Y.Doc();
      const journey = openJourney(doc, { userId });
      const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, DOCUMENT, doc, {
        disableBc: true,
        WebSocketPolyfill: socketOf(userId),
      });
      // y-websocket logs our own message types as unknown.
      for (const type of [100, 101, 102, 103, 104, 105]) provider.messageHandlers[type] = () => {};
      open.push(() => {
        provider.destroy();
        doc.destroy();
      });
      return { provider, journey };
    },
    session(userId, readOnly = false) {
      const session = openSession({
        url: `ws://127.0.0.1:${port}/sync`,
        document: DOCUMENT,
        user: { id: userId, name: userId },
        readOnly,
        WebSocket: socketOf(userId),
      });
      open.push(() => session.destroy());
      return session;
    },
    async close() {
      for (const end of open) end();
      await sync.close(2_000);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Resolves when `condition` holds; it is asked whenever the event loop is free. Rejects after `ms`. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what = 'it',
  ms = 15_000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`${what} never came about`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
