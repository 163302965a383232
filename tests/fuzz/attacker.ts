import { createDecoder, readVarUint } from 'lib0/decoding';
import { SYNC, syncFrame } from '../../lib/sync/messages.ts';
import { MESSAGE } from '../../lib/sync/protocol.ts';
import { DOCUMENT } from '../support/network.ts';
import type { SocketServer } from '../support/sockets.ts';

/** What became of one update: taken (also when it changed nothing), asked about, or the close code. */
export type Outcome = 'taken' | 'asked' | number;

/** A socket of a signed-in editor that sends one update after the other, each on a line that is in order. */
export class Attacker {
  #socket: WebSocket | null = null;
  #sent = 0;
  #done: ((outcome: Outcome) => void) | null = null;

  constructor(
    private readonly server: SocketServer,
    private readonly userId: string,
    private readonly document: string = DOCUMENT,
  ) {}

  /** Sends an update and resolves when the server has dealt with it. Rejects when it does not for 10 s. */
  async send(kind: 'update' | 'step2', update: Uint8Array): Promise<Outcome> {
    if (!this.#socket) await this.#open();
    const outcome = new Promise<Outcome>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the server does not answer')), 10_000);
      this.#done = (what) => {
        clearTimeout(late);
        this.#done = null;
        resolve(what);
      };
    });
    this.#sent += 1;
    this.#socket?.send(syncFrame(kind, update) as Uint8Array<ArrayBuffer>);
    const what = await outcome;
    if (what !== 'taken') this.close();
    return what;
  }

  close(): void {
    const held = this.#socket as unknown as { terminate(): void } | null;
    this.#socket = null;
    held?.terminate();
  }

  #open(): Promise<void> {
    const Socket = this.server.socketOf(this.userId);
    const socket = new Socket(`${this.server.url}/${this.document}`);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#sent = 0;
    socket.onmessage = ({ data }) => this.#receive(new Uint8Array(data as ArrayBuffer));
    socket.onerror = () => {};
    return new Promise((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onclose = ({ code }) => {
        if (this.#socket !== socket) return;
        this.#socket = null;
        this.#done?.(code);
        reject(new Error(`not admitted: ${code}`));
      };
    });
  }

  #receive(frame: Uint8Array): void {
    const decoder = createDecoder(frame);
    const type = readVarUint(decoder);
    if (type === MESSAGE.receipt && readVarUint(decoder) === this.#sent) this.#done?.('taken');
    // It has not asked for the document, so the server asks only for what an update builds on.
    if (type === MESSAGE.sync && readVarUint(decoder) === SYNC.step1) this.#done?.('asked');
  }
}
