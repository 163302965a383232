import { syncFrame } from '../../lib/sync/messages.ts';
import { Frames } from './frames.ts';

/** One accepted update. */
export interface Accepted {
  /** Counts up from 1 as long as the room lives. */
  position: number;
  bytes: Uint8Array;
  /** `bytes` as a sync message: what goes to the others. */
  frame: Uint8Array;
  isDurable: boolean;
}

/**
 * A room's document as bytes: a state, and every update accepted since, in order. Joiners get these
 * bytes, and the decoded copy is built from them; nobody encodes the document for that.
 */
export class Ledger {
  #state: Uint8Array;
  #stateFrames: Frames | null = null;
  /** Everything up to this position is in the state. */
  #from = 0;
  #tail: Accepted[] = [];
  #durable = 0;
  /** A newer state that holds everything up to its position, for when that has gone out to everybody. */
  #next: { state: Uint8Array; position: number } | null = null;
  /** The frames last asked for: joiners come in crowds. */
  #joined: { from: number; to: number; frames: Frames } | null = null;

  constructor(state: Uint8Array) {
    this.#state = state;
  }

  /** Position of the last accepted update. */
  get accepted(): number {
    return this.#from + this.#tail.length;
  }

  /** Everything up to this position is durable. */
  get durable(): number {
    return this.#durable;
  }

  add(bytes: Uint8Array, isDurable = false): Accepted {
    const frame = syncFrame('update', bytes);
    const own = frame.subarray(frame.length - bytes.length);
    const entry = { position: this.accepted + 1, frame, bytes: own, isDurable };
    this.#tail.push(entry);
    if (isDurable) this.#advance();
    return entry;
  }

  markDurable(entry: Accepted): void {
    entry.isDurable = true;
    this.#advance();
  }

  /** The bytes of everything accepted, in order. */
  *bytes(): Iterable<Uint8Array> {
    yield this.#state;
    for (const { bytes } of this.#tail) yield bytes;
  }

  /**
   * What somebody lacks to have everything up to `to`.
   * @param from what they have: a position, or -1 for nothing at all
   */
  since(from: number, to: number): Frames[] {
    const lacks: Frames[] = [];
    if (from < this.#from) {
      this.#stateFrames ??= new Frames([syncFrame('update', this.#state)]);
      lacks.push(this.#stateFrames);
    }
    const first = Math.max(from, this.#from);
    if (to > first) {
      if (this.#joined?.from !== first || this.#joined.to !== to) {
        const entries = this.#tail.slice(first - this.#from, to - this.#from);
        this.#joined = { from: first, to, frames: new Frames(entries.map((entry) => entry.frame)) };
      }
      lacks.push(this.#joined.frames);
    }
    return lacks;
  }

  /** `state` holds everything up to `position`: it takes their place once that has gone out to everybody. */
  fold(state: Uint8Array, position: number, sentToAll: number): void {
    this.#next = { state, position };
    this.sent(sentToAll);
  }

  /** Everything up to `position` has gone out to everybody: joiners may have it too. */
  sent(position: number): void {
    const next = this.#next;
    if (!next || next.position > Math.min(position, this.#durable)) return;
    this.#next = null;
    this.#tail.splice(0, next.position - this.#from);
    this.#from = next.position;
    this.#state = next.state;
    this.#stateFrames = null;
    this.#joined = null;
  }

  #advance(): void {
    while (this.#tail[this.#durable - this.#from]?.isDurable) this.#durable += 1;
  }
}
