import http, { type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Config, StartError } from '../../lib/config.ts';
import type { Log } from '../log/index.ts';

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The answer to an upgrade that nobody claims (404), or that comes while the server stops (503). */
export function refuseUpgrade(socket: Duplex, status: 404 | 503): void {
  const line = status === 404 ? '404 Not Found' : '503 Service Unavailable';
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The one HTTP server: requests to `onRequest`, upgrades to `onUpgrade`; a broken client breaks only itself. */
export function createHttpServer(onRequest: RequestListener, onUpgrade: Upgrade, log: Log) {
  const server = http.createServer({
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 30_000,
  });
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('request', onRequest);
  server.on('upgrade', (request, socket, head) => {
    // From here on the socket is nobody's: an error without a listener would end the process.
    socket.on('error', () => socket.destroy());
    sockets.delete(socket);
    onUpgrade(request, socket, head);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const status =
      error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });

  return {
    /** @returns the port, which the system chose when the configuration says 0. */
    listen(config: Pick<Config, 'port' | 'host'>): Promise<number> {
      return new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, config)));
        server.listen({ port: config.port, ...(config.host ? { host: config.host } : {}) }, () => {
          server.removeAllListeners('error');
          server.on('error', (error) => log.error('The HTTP server has a trouble.', error));
          resolve((server.address() as AddressInfo).port);
        });
      });
    },
    /** Takes no new connections; those that wait for their next request are closed. */
    stopListening(): void {
      if (server.listening) server.close();
      server.closeIdleConnections();
    },
    /** Waits for the answers under way until the deadline, then ends what is left. Upgraded sockets are not ours. */
    async close(deadlineMs: number): Promise<void> {
      const ended = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, deadlineMs);
      await Promise.all(ended);
      clearTimeout(late);
    },
  };
}

function cannotListen(
  error: NodeJS.ErrnoException,
  { port, host }: Pick<Config, 'port' | 'host'>,
): StartError {
  const say =
    {
      EADDRINUSE: `Port ${port} is in use. Stop what uses it, or set PORT to another one.`,
      EACCES: `Port ${port} may not be opened by this user. Set PORT to one above 1023.`,
      EADDRNOTAVAIL: `HOST ${host} is no address of this machine. Leave HOST out to listen on all of them.`,
      ENOTFOUND: `HOST ${host} is not known. Leave HOST out to listen on all addresses of this machine.`,
    }[error.code ?? ''] ?? `The server cannot listen on port ${port}: ${error.message}.`;
  return new StartError(say, { cause: error });
}
