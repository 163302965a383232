import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Frames } from './frames.ts';

/** The part of a socket we use; the tests' hand-flushed network has it too. */
export interface Wire {
  /** Bytes that wait for the other end to read. */
  readonly bufferedAmount: number;
  /** Everything in one write. */
  send(batches: readonly Frames[]): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  on(event: 'message', listener: (data: unknown, isBinary: boolean) => void): unknown;
  /** `drain`: everything that waited has been read. */
  on(event: 'close' | 'pong' | 'drain', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * A `ws` socket. Data frames go to the stream beneath it directly: without compression ws writes each
 * frame in one go too, so they never interleave, and one frame for a hundred sockets is made once.
 */
export function socketWire(ws: WebSocket, stream: Duplex): Wire {
  return {
    get bufferedAmount() {
      return ws.bufferedAmount;
    },
    send(batches) {
      if (ws.readyState !== ws.OPEN) return;
      stream.cork();
      for (const { buffers } of batches) for (const buffer of buffers) stream.write(buffer);
      stream.uncork();
    },
    close: (code, reason) => ws.close(code, reason),
    terminate: () => ws.terminate(),
    ping: () => ws.ping(),
    on(event: string, listener: (...args: never[]) => void) {
      if (event === 'drain') stream.on('drain', listener);
      else ws.on(event, listener as never);
    },
  };
}
