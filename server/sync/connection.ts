import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import type { Actor } from '../../lib/auth/can.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { numberFrame, type Refused, refusedFrame, SYNC } from '../../lib/sync/messages.ts';
import { MESSAGE } from '../../lib/sync/protocol.ts';
import { Bucket, LIMITS } from './limits.ts';
import type { Room } from './room.ts';

/** The part of a `ws` socket we use; the tests' hand-flushed network has it too. */
export interface Wire {
  readonly bufferedAmount: number;
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  on(event: 'message', listener: (data: unknown, isBinary: boolean) => void): unknown;
  on(event: 'close' | 'pong', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What joins the writes of one event-loop turn: a net.Socket. */
export interface Corked {
  cork(): void;
  uncork(): void;
}

/**
 * One socket, from the upgrade to its end: reads frames under limits, keeps those that come before the
 * room is ready, counts what is to be receipted, and cuts a reader that does not read.
 */
export class Connection {
  /** Who it is, once authorised. */
  actor: Actor | null = null;
  /** When its session is over, ms since 1970. */
  sessionEndsAt = Number.POSITIVE_INFINITY;
  /** Set while an update with a gap waits for the client to send what we lack. */
  gap: { dropped: number } | null = null;
  #room: Room | null = null;
  #closed = false;
  #alive = true;
  #corked = false;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #counted = 0;
  #owed: { count: number; position: number }[] = [];
  readonly #work = new Bucket(LIMITS.work, Date.now());
  readonly #all = new Bucket(LIMITS.all, Date.now());
  readonly #bytes = new Bucket(LIMITS.bytes, Date.now());
  readonly #answers = new Bucket(LIMITS.answers, Date.now());

  /** `onClosed` is called once, whoever closed it. */
  constructor(
    private readonly wire: Wire,
    readonly workshopId: string,
    private readonly onClosed: (connection: Connection) => void,
    private readonly stream?: Corked,
  ) {
    wire.on('message', (data, isBinary) => this.#receive(data, isBinary));
    wire.on('pong', () => {
      this.#alive = true;
    });
    // ws answers a malformed frame with 1002 or 1009 itself; without a listener the process would end.
    wire.on('error', () => setTimeout(() => wire.terminate(), LIMITS.farewell).unref());
    wire.on('close', () => this.#end());
  }

  get closed(): boolean {
    return this.#closed;
  }

  get stamp() {
    const { userId, name, functionName, role } = this.actor as Actor;
    return { id: userId, name, functionName, role };
  }

  /** The room is loaded: reads what has come meanwhile, in order. */
  admit(room: Room): void {
    this.#room = room;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const frame of waiting) this.#handle(frame, room);
  }

  send(frame: Uint8Array): void {
    if (this.#closed) return;
    if (this.wire.bufferedAmount > LIMITS.outbound) {
      this.wire.terminate();
      this.#end();
      return;
    }
    this.#cork();
    this.wire.send(frame);
  }

  close(code: number, reason = ''): void {
    if (this.#closed) return;
    this.wire.close(code, reason);
    this.#end();
  }

  /** Tells the author why an edit was not taken, and ends: it starts anew from the server's document. */
  refuse(refused: Refused): void {
    this.send(refusedFrame(refused));
    this.close(CLOSE.refused, refused.code);
  }

  /** One more message to be receipted once everything up to `position` is durable. */
  owe(position: number): void {
    this.#counted += 1;
    this.#owed.push({ count: this.#counted, position });
  }

  /** Sends the receipt for everything durable by now, if that is news. */
  settle(durable: number): void {
    let count = 0;
    while (this.#owed[0] && this.#owed[0].position <= durable) count = this.#owed.shift()?.count ?? count;
    if (count > 0) this.send(numberFrame('receipt', count));
  }

  /** Called every heartbeat: a socket that has not answered since the last one is dead; a session ends. */
  beat(frame: Uint8Array): void {
    if (Date.now() >= this.sessionEndsAt) {
      this.close(CLOSE.signInRequired);
      return;
    }
    if (!this.#alive) {
      this.wire.terminate();
      this.#end();
      return;
    }
    this.#alive = false;
    this.wire.ping();
    this.send(frame);
  }

  #receive(data: unknown, isBinary: boolean): void {
    if (this.#closed) return;
    this.#alive = true;
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.close(CLOSE.malformed);
      return;
    }
    if (!this.#all.take(Date.now()) || !this.#bytes.take(Date.now(), data.length)) {
      this.close(CLOSE.tooMany);
      return;
    }
    if (this.#room) {
      this.#handle(data, this.#room);
      return;
    }
    this.#waiting.push(data);
    this.#waitingBytes += data.length;
    if (this.#waiting.length > LIMITS.waiting.messages || this.#waitingBytes > LIMITS.waiting.bytes) {
      this.close(CLOSE.tooMany);
    }
  }

  #handle(frame: Uint8Array, room: Room): void {
    if (this.#closed) return;
    try {
      const decoder = createDecoder(frame);
      const type = readVarUint(decoder);
      const worked = this.#dispatch(type, decoder, room);
      if (worked && !this.#work.take(Date.now())) this.close(CLOSE.tooMany);
    } catch {
      this.close(CLOSE.malformed);
    }
  }

  /** Returns whether the message asked for work; throws when it cannot be read. */
  #dispatch(type: number, decoder: ReturnType<typeof createDecoder>, room: Room): boolean {
    if (type === MESSAGE.awareness) return room.presence.receive(this, readVarUint8Array(decoder));
    if (type === MESSAGE.queryAwareness) {
      const all = room.presence.all(this);
      if (all) this.send(all);
      return true;
    }
    if (type !== MESSAGE.sync) throw new Error(`unknown message ${type}`);
    const step = readVarUint(decoder);
    const body = readVarUint8Array(decoder);
    if (step === SYNC.step1) {
      if (this.#answers.take(Date.now())) room.answer(this, body);
      else this.close(CLOSE.tooMany);
    } else if (step === SYNC.step2 || step === SYNC.update) {
      room.submit(this, body, step === SYNC.step2);
    } else throw new Error(`unknown sync step ${step}`);
    return true;
  }

  #cork(): void {
    if (!this.stream || this.#corked) return;
    const { stream } = this;
    this.#corked = true;
    stream.cork();
    setImmediate(() => {
      this.#corked = false;
      stream.uncork();
    });
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting = [];
    this.onClosed(this);
  }
}
