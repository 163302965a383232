import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import { SYNC, syncFrame } from '../../lib/sync/messages.ts';
import { MESSAGE } from '../../lib/sync/protocol.ts';

/**
 * The smallest client of the protocol (docs/protocol.md): it syncs, sends its edits and counts receipts. No
 * reconnecting, no presence, no timers: nothing of it is left once it is closed.
 */
export class BareClient {
  readonly doc = new Y.Doc();
  readonly journey: JourneyDoc = openJourney(this.doc);
  #sent = 0;
  #receipted = 0;
  #isSynced = false;
  #closed: number | null = null;
  readonly #ws: WebSocket;
  readonly #watching = new Set<() => void>();

  private constructor(url: string, Socket: typeof WebSocket) {
    this.#ws = new Socket(url);
    this.#ws.binaryType = 'arraybuffer';
    this.#ws.onopen = () => this.#send('step1', Y.encodeStateVector(this.doc));
    this.#ws.onmessage = ({ data }) => this.#receive(new Uint8Array(data as ArrayBuffer));
    this.#ws.onclose = ({ code }) => this.#tell(() => (this.#closed = code));
    this.#ws.onerror = () => {};
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send('update', update);
    });
  }

  /** Connects and resolves once the server has sent all it has and has asked for ours. */
  static async open(url: string, Socket: typeof WebSocket): Promise<BareClient> {
    const client = new BareClient(url, Socket);
    await client.#when(() => client.#isSynced && client.#sent > 0);
    return client;
  }

  /** Resolves once everything sent is durable. */
  saved(): Promise<void> {
    return this.#when(() => this.#receipted === this.#sent);
  }

  /** Resolves once this holds; asked after each message. */
  has(condition: () => boolean): Promise<void> {
    return this.#when(condition);
  }

  close(): void {
    this.#ws.close();
    this.doc.destroy();
  }

  #send(kind: keyof typeof SYNC, body: Uint8Array): void {
    if (kind !== 'step1') this.#sent += 1;
    this.#ws.send(syncFrame(kind, body) as Uint8Array<ArrayBuffer>);
  }

  #receive(frame: Uint8Array): void {
    const decoder = createDecoder(frame);
    const type = readVarUint(decoder);
    if (type === MESSAGE.receipt) this.#tell(() => (this.#receipted = readVarUint(decoder)));
    if (type !== MESSAGE.sync) return;
    const step = readVarUint(decoder);
    const body = readVarUint8Array(decoder);
    if (step === SYNC.step1) this.#tell(() => this.#send('step2', Y.encodeStateAsUpdate(this.doc, body)));
    else this.#tell(() => Y.applyUpdate(this.doc, body, this));
    if (step === SYNC.step2) this.#tell(() => (this.#isSynced = true));
  }

  #tell(change: () => void): void {
    change();
    for (const look of [...this.#watching]) look();
  }

  #when(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (condition()) resolve();
        else if (this.#closed !== null) reject(new Error(`The server closed with ${this.#closed}.`));
        else return;
        this.#watching.delete(look);
      };
      this.#watching.add(look);
      look();
    });
  }
}
