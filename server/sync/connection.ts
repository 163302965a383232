import { createDecoder, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { type Actor, can } from '../../lib/auth/can.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { numberFrame, type Refused, refusedFrame, SYNC } from '../../lib/sync/messages.ts';
import { type DocumentName, MESSAGE, partsOf } from '../../lib/sync/protocol.ts';
import type { Admitted } from './authorise.ts';
import { Frames } from './frames.ts';
import { Bucket, LIMITS } from './limits.ts';
import type { Outbox } from './outbox.ts';
import type { Wire } from './wire.ts';

/** One message of a client, read but not acted on. */
export interface Message {
  kind: keyof typeof SYNC | 'awareness' | 'queryAwareness';
  /** A view into what the socket read: good until the end of the turn it is worked off in. */
  body: Uint8Array;
  /** Bytes of the whole frame, which the view keeps in memory. */
  size: number;
}

/** What a connection tells the room it is in. */
export interface Listener {
  /** A message is in the inbox. */
  waiting(connection: Connection): void;
  /** Its client reads again. */
  drained(connection: Connection): void;
}

const NOBODY: Listener = { waiting() {}, drained() {} };

/**
 * One socket, from the upgrade to its end: reads frames under limits into an inbox, gathers what goes out
 * until the end of the turn, counts what is to be receipted, and notices a client that does not read.
 */
export class Connection {
  /** Who it is, once authorised. */
  actor: Actor | null = null;
  /** Whether it may write in the document it is in. */
  mayWrite = false;
  /** When its session is over, ms since 1970. */
  sessionEndsAt = Number.POSITIVE_INFINITY;
  /** Set while updates with a gap wait for the client to send what we lack. */
  gap: { dropped: number } | null = null;
  /** The room once it is in it. */
  room: Listener = NOBODY;
  /** It has the document and gets updates as they come. */
  isCurrent = false;
  /**
   * Since when it does not read, ms. It has everything up to position `has` (-1: nothing) and may have
   * asked anew meanwhile, with its state vector.
   */
  behind: { since: number; has: number; asks: Uint8Array | null } | null = null;
  #closed = false;
  #gone = false;
  #alive = true;
  #inbox: Message[] = [];
  #inboxBytes = 0;
  #out: Frames[] = [];
  #outBytes = 0;
  #counted = 0;
  #owed: { count: number; position: number }[] = [];
  readonly #work = new Bucket(LIMITS.work, Date.now());
  readonly #all = new Bucket(LIMITS.all, Date.now());
  readonly #bytes = new Bucket(LIMITS.bytes, Date.now());
  readonly #answers = new Bucket(LIMITS.answers, Date.now());
  readonly #labour = new Bucket(LIMITS.labour, Date.now());

  /** `onClosed` is called once, whoever closed it; with the code when we did. */
  constructor(
    private readonly wire: Wire,
    /** The document it asks for; null when its address names none. */
    readonly document: DocumentName | null,
    private readonly outbox: Outbox,
    private readonly onClosed: (connection: Connection, code: number | null) => void,
  ) {
    wire.on('message', (data, isBinary) => this.#receive(data, isBinary));
    wire.on('pong', () => {
      this.#alive = true;
    });
    wire.on('drain', () => this.room.drained(this));
    // ws answers a malformed frame with 1002 or 1009 itself; without a listener the process would end.
    wire.on('error', () => this.#farewell());
    wire.on('close', () => this.#left());
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** It is in its document as `actor`, until their session ends. `mayWrite`: default as on the map. */
  admit({ sessionEndsAt, mayWrite, ...actor }: Admitted): void {
    this.actor = actor;
    this.mayWrite = mayWrite ?? can(actor, 'map.write');
    this.sessionEndsAt = sessionEndsAt ?? Number.POSITIVE_INFINITY;
  }

  /** Whether these are the rights it has. */
  isAdmittedAs({ role, mayWrite }: Admitted): boolean {
    return this.actor?.role === role && this.mayWrite === (mayWrite ?? can({ role }, 'map.write'));
  }

  /** The workshop it is about; null while only whoever looks it up knows. */
  get workshopId(): string | null {
    if (this.actor) return this.actor.workshopId;
    const asked = this.document && partsOf(this.document);
    return asked?.kind === 'journey' ? asked.id : null;
  }

  get stamp() {
    const { userId, name, functionName, role } = this.actor as Actor;
    return { id: userId, name, functionName, role };
  }

  /** Bytes its client has not read. */
  get unread(): number {
    return this.wire.bufferedAmount + this.#outBytes;
  }

  get hasMail(): boolean {
    return this.#inbox.length > 0;
  }

  /** Takes the oldest message out of the inbox. */
  next(): Message | undefined {
    const message = this.#inbox.shift();
    if (message) this.#inboxBytes -= message.size;
    return message;
  }

  /** Call when a message has been worked off: a client that has gone leaves with its last one. */
  workedOff(): void {
    if (this.#closed && !this.hasMail) this.#go(null);
  }

  /** Counts a message against its limit; closes the socket and returns false when that is spent. */
  mayWork(kind: 'message' | 'answer'): boolean {
    const bucket = kind === 'answer' ? this.#answers : this.#work;
    if (bucket.take(Date.now())) return true;
    this.close(CLOSE.tooMany);
    return false;
  }

  /** Counts the time its messages took; closes the socket when they take more than its share. */
  charge(ms: number): void {
    if (!this.#labour.take(Date.now(), ms)) this.close(CLOSE.tooMany);
  }

  /** Goes out at the end of this turn, in order. */
  send(frames: Frames | Uint8Array): void {
    if (this.#closed) return;
    if (this.#out.length === 0) this.outbox.add(this);
    const batch = frames instanceof Frames ? frames : new Frames([frames]);
    this.#out.push(batch);
    this.#outBytes += batch.length;
  }

  flush(): void {
    const out = this.#out;
    this.#out = [];
    this.#outBytes = 0;
    if (this.#closed || out.length === 0) return;
    this.wire.send(out);
    if (this.unread > LIMITS.outbound) this.close(CLOSE.slow);
  }

  close(code: number, reason = ''): void {
    if (this.#closed) return;
    // What it is to read before it goes, a refusal above all.
    this.flush();
    if (this.#closed) return;
    this.wire.close(code, reason);
    this.#end(code);
    this.#farewell();
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

  /** Sends the receipt for everything durable by now, if that is news; returns whether it is owed more. */
  settle(durable: number): boolean {
    let settled = 0;
    while (this.#owed[settled] && (this.#owed[settled]?.position ?? 0) <= durable) settled += 1;
    if (settled > 0) {
      const [last] = this.#owed.splice(0, settled).slice(-1);
      this.send(numberFrame('receipt', last?.count ?? 0));
    }
    return this.#owed.length > 0;
  }

  /** Called every heartbeat: a socket that has not answered since the last one is dead; a session ends. */
  beat(frame: Uint8Array): void {
    if (Date.now() >= this.sessionEndsAt) {
      this.close(CLOSE.signInRequired);
      return;
    }
    if (this.behind && Date.now() - this.behind.since > LIMITS.slow) {
      this.close(CLOSE.slow);
      return;
    }
    if (!this.#alive) {
      // Whoever only does not read may yet read why.
      if (this.behind) this.close(CLOSE.slow);
      else {
        this.wire.terminate();
        this.#end(null);
      }
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
    const message = read(data);
    if (!message) {
      this.close(CLOSE.malformed);
      return;
    }
    this.#inbox.push(message);
    this.#inboxBytes += message.size;
    const most = this.room === NOBODY ? LIMITS.early : LIMITS.waiting;
    if (this.#inbox.length > most.messages || this.#inboxBytes > most.bytes) {
      this.close(CLOSE.tooMany);
      return;
    }
    this.room.waiting(this);
  }

  /** A client that does not answer the closing handshake, or does not read, is cut. */
  #farewell(): void {
    setTimeout(() => this.wire.terminate(), LIMITS.farewell).unref();
  }

  /** The client went. What it sent before is worked off first: somebody types, and closes the tab. */
  #left(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#out = [];
    if (this.room === NOBODY || !this.hasMail) this.#go(null);
  }

  #end(code: number | null): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#inbox = [];
    this.#out = [];
    this.#go(code);
  }

  #go(code: number | null): void {
    if (this.#gone) return;
    this.#gone = true;
    this.onClosed(this, code);
  }
}

/** Null when it is no message of the protocol. */
function read(frame: Uint8Array): Message | null {
  try {
    const decoder = createDecoder(frame);
    const type = readVarUint(decoder);
    if (type === MESSAGE.queryAwareness)
      return { kind: 'queryAwareness', body: frame.subarray(decoder.pos), size: frame.length };
    if (type === MESSAGE.awareness) return body('awareness', decoder);
    if (type !== MESSAGE.sync) return null;
    const step = readVarUint(decoder);
    if (step === SYNC.step1) return body('step1', decoder);
    if (step === SYNC.step2) return body('step2', decoder);
    return step === SYNC.update ? body('update', decoder) : null;
  } catch {
    return null;
  }
}

function body(kind: Message['kind'], decoder: Decoder): Message | null {
  const bytes = readVarUint8Array(decoder);
  // A length that goes beyond the frame would read what other sockets sent.
  return decoder.pos <= decoder.arr.length ? { kind, body: bytes, size: decoder.arr.length } : null;
}
