import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Config } from '../../lib/config.ts';
import { LIMITS } from './limits.ts';

/**
 * Whether an upgrade comes from our own pages: its Origin is the configured address, or without one the
 * host the request was sent to. A missing or opaque (`null`) Origin is refused.
 */
export function ownOrigin(request: IncomingMessage, config: Pick<Config, 'baseUrl'>): boolean {
  try {
    const origin = new URL(request.headers.origin ?? '');
    if (origin.protocol !== 'http:' && origin.protocol !== 'https:') return false;
    if (config.baseUrl) return origin.origin === new URL(config.baseUrl).origin;
    return request.headers.host !== undefined && origin.host === request.headers.host.toLowerCase();
  } catch {
    return false;
  }
}

export function webSockets(): WebSocketServer {
  return new WebSocketServer({ noServer: true, maxPayload: LIMITS.payload, perMessageDeflate: false });
}

/** Ends an upgrade before 101. */
export function deny(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Small frames must not wait for each other on the wire. */
export function prepare(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  if ('setNoDelay' in socket) (socket as Socket).setNoDelay(true);
}
