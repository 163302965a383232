import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { awarenessFrame, SYNC, syncFrame } from '../../../../lib/sync/messages.ts';
import { MESSAGE } from '../../../../lib/sync/protocol.ts';
import type { Author } from './author.ts';
import { Client, type Seat } from './client.ts';
import { mark } from './marks.ts';
import type { Upgrade } from './socket.ts';

/** A state vector, or an update, with nothing in it. */
const EMPTY_VECTOR = new Uint8Array([0]);
const EMPTY_UPDATE = new Uint8Array([0, 0]);

/** The update in a sync step 2 or update message. */
export const bodyOf = (message: Uint8Array): Uint8Array =>
  readVarUint8Array(createDecoder(message.subarray(2)));

export type Edits = 'note' | 'card';

/** A client of y-websocket's protocol; what comes after the join is not decoded. */
export class YjsClient extends Client {
  /** Called with every sync step 2 and update frame that arrives. */
  onUpdate: ((frame: Buffer) => void) | null = null;
  /** Takes everything that arrives and brings what the server lacks, as a real client's document. */
  replica: Y.Doc | null = null;
  #clock = 0;

  constructor(
    seat: Seat,
    readonly author: Author | null,
    private readonly edits: Edits = 'note',
    upgrade: Omit<Upgrade, 'port'> = { path: `/${seat.room}` },
  ) {
    super(seat, upgrade);
  }

  edit(): void {
    if (!this.author) throw new Error('This client only reads.');
    this.count(this.wrap(syncFrame('update', this.author[this.edits]())));
  }

  point(): void {
    this.#clock += 1;
    const { number } = this.seat;
    const state = {
      user: { id: `bench-${number}`, name: `Deltagare ${number}`, functionName: 'Kundservice' },
      cursor: { x: (this.#clock * 7) % 4000, y: (this.#clock * 3) % 2000 },
      selection: [],
      drag: null,
      mark: mark('pointer', number),
    };
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 10_000_000 + number);
    encoding.writeVarUint(encoder, this.#clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
    this.socket.send(this.wrap(awarenessFrame(encoding.toUint8Array(encoder))));
  }

  protected hello(): void {
    const vector = this.replica ? Y.encodeStateVector(this.replica) : EMPTY_VECTOR;
    this.socket.send(this.wrap(syncFrame('step1', vector)));
  }

  protected read(frame: Buffer): void {
    this.understand(frame);
  }

  /** Reads a message without what a server puts before it. */
  protected understand(message: Buffer): void {
    const [type, step] = message;
    if (type === MESSAGE.receipt) {
      const decoder = createDecoder(message.subarray(1));
      this.emit('acknowledged', readVarUint(decoder));
    }
    if (type !== MESSAGE.sync) return;
    // Type and step are one byte each.
    if (step === SYNC.step1) this.#answer(message.subarray(2));
    else {
      this.onUpdate?.(message);
      if (this.replica) Y.applyUpdate(this.replica, bodyOf(message), this);
    }
    if (step === SYNC.step2 && !this.joined) this.join();
  }

  #answer(vector: Buffer): void {
    const lacking = this.replica
      ? Y.encodeStateAsUpdate(this.replica, readVarUint8Array(createDecoder(vector)))
      : EMPTY_UPDATE;
    this.count(this.wrap(syncFrame('step2', lacking)));
  }

  protected wrap(message: Uint8Array): Uint8Array {
    return message;
  }

  protected count(message: Uint8Array): void {
    this.sent += 1;
    this.socket.send(message);
  }
}

/** On ours: the same, and who it is in the headers. */
export class OurClient extends YjsClient {
  constructor(seat: Seat, author: Author | null, edits?: Edits) {
    super(seat, author, edits, {
      path: `/sync/journey:${seat.room}`,
      headers: {
        'x-user': `bench-${seat.user ?? seat.number}`,
        'x-role': seat.readOnly ? 'reader' : 'editor',
      },
    });
  }
}

/** On the floor: nothing to join. */
export class FloorClient extends YjsClient {
  protected override hello(): void {
    this.join();
  }
  protected override understand(): void {}
}

/** On Hocuspocus: every message begins with the document's name, and a token is sent first. */
export class HocusClient extends YjsClient {
  static readonly #AUTH = 2;
  static readonly #SYNC_REPLY = 4;
  static readonly #SYNC_STATUS = 8;
  #name: Uint8Array | null = null;
  #acknowledged = 0;

  protected override hello(): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, HocusClient.#AUTH);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'token');
    this.socket.send(this.wrap(encoding.toUint8Array(encoder)));
    super.hello();
  }

  protected override read(frame: Buffer): void {
    const message = frame.subarray(this.#prefix().length);
    const [type] = message;
    if (type === HocusClient.#SYNC_STATUS) {
      this.#acknowledged += 1;
      this.emit('acknowledged', this.#acknowledged);
    } else if (type === HocusClient.#SYNC_REPLY) {
      this.understand(Buffer.concat([Buffer.from([MESSAGE.sync]), message.subarray(1)]));
    } else this.understand(message);
  }

  protected override wrap(message: Uint8Array): Uint8Array {
    return Buffer.concat([this.#prefix(), message]);
  }

  #prefix(): Uint8Array {
    if (!this.#name) {
      const encoder = encoding.createEncoder();
      encoding.writeVarString(encoder, this.seat.room);
      this.#name = encoding.toUint8Array(encoder);
    }
    return this.#name;
  }
}
