import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import type { WebSocket as NodeSocket } from 'ws';
import { MESSAGE } from '../../../lib/sync/protocol.ts';
import { DOCUMENT } from '../network.ts';
import { socketOf } from './pair.ts';

/** A proper WebSocket that says improper things. */
export class Line {
  readonly #socket: NodeSocket;
  readonly open: Promise<void>;
  readonly closed: Promise<number>;
  /** The code it was closed with; null while it is open. */
  code: number | null = null;
  /** The first receipt. */
  readonly receipt: Promise<'taken'>;
  #taken: (what: 'taken') => void = () => {};
  onSync: (step: number, body: Uint8Array) => void = () => {};

  constructor(port: number, userId: string) {
    const socket = new (socketOf(port, userId))(`ws://127.0.0.1:${port}/sync/${DOCUMENT}`);
    this.#socket = socket as unknown as NodeSocket;
    this.#socket.binaryType = 'nodebuffer';
    this.open = new Promise((resolve) => this.#socket.once('open', resolve));
    this.closed = new Promise((resolve) =>
      this.#socket.once('close', (code) => {
        this.code = code;
        resolve(code);
      }),
    );
    this.receipt = new Promise((resolve) => {
      this.#taken = resolve;
    });
    this.#socket.on('error', () => {});
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
  }

  /** False once it is closed. */
  send(frame: Uint8Array | string): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return false;
    this.#socket.send(frame);
    return true;
  }

  /** Waits until what was sent has left this process, so that a flood is one of the network and not of our memory. */
  async flushed(): Promise<void> {
    while (this.#socket.bufferedAmount > 1_000_000 && this.code === null) await turn();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  end(): void {
    this.#socket.terminate();
  }

  #receive(frame: Buffer): void {
    const decoder = createDecoder(frame);
    const type = readVarUint(decoder);
    if (type === MESSAGE.receipt) this.#taken('taken');
    if (type !== MESSAGE.sync) return;
    const step = readVarUint(decoder);
    this.onSync(step, readVarUint8Array(decoder));
  }
}

export const turn = () => new Promise((resolve) => setImmediate(resolve));
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The close code, or 'open' when it is still open after `ms`. */
export async function outcomeOf(line: { closed: Promise<number> }, ms: number): Promise<number | 'open'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'open'>((resolve) => {
    timer = setTimeout(() => resolve('open'), ms);
  });
  return Promise.race([line.closed, late]).finally(() => clearTimeout(timer));
}
