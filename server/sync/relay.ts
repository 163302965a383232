export interface Held {
  position: number;
  frame: Uint8Array;
  /** The socket it came from, which has it already. */
  from: unknown;
  /** May go to writers before it is durable. */
  early: boolean;
}

export type Audience = 'writers' | 'readers';

export interface RelayOptions {
  /** How long an edit waits for the store before it goes to the others all the same, ms. */
  patience(): number;
  /** One or more updates, in order. */
  send(updates: readonly Held[], to: Audience): void;
}

/**
 * Sends accepted updates on, in order: after the commit, or to writers at once when the store is slow
 * (an edit never waits for a disk). What only some may write, and what goes to readers, always waits:
 * should the server die before the commit, whoever has seen an update brings it back, and a peer without
 * the right would be refused for it.
 */
export class Relay {
  #queues = { writers: [] as Timed[], readers: [] as Timed[] };
  #sent = { writers: 0, readers: 0 };
  #durable = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly options: RelayOptions) {}

  /** The position up to which everything has gone out: what a newcomer may have. */
  sent(to: Audience): number {
    return this.#sent[to];
  }

  /** Everything up to `position` was there before. */
  begin(position: number): void {
    this.#sent = { writers: position, readers: position };
    this.#durable = position;
  }

  push(update: Held): void {
    const held = { ...update, at: Date.now() };
    this.#queues.writers.push(held);
    this.#queues.readers.push(held);
    this.#watch();
  }

  /** Everything up to `position` is durable. */
  committed(position: number): void {
    this.#durable = position;
    this.#flush();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #flush(): void {
    const overdue = Date.now() - this.options.patience();
    for (const to of ['writers', 'readers'] as const) {
      const queue = this.#queues[to];
      // Once the first has waited long enough those behind it go along.
      const early = to === 'writers' && queue[0] !== undefined && queue[0].at <= overdue;
      const goes = (held: Timed) => held.position <= this.#durable || (early && held.early);
      let count = 0;
      while (queue[count] && goes(queue[count] as Timed)) count += 1;
      if (count === 0) continue;
      const updates = queue.splice(0, count);
      this.#sent[to] = (updates.at(-1) as Timed).position;
      this.options.send(updates, to);
    }
    this.#watch();
  }

  /** A timer only while the first in the writers' line could go before its commit. */
  #watch(): void {
    const first = this.#queues.writers[0];
    if (this.#timer || !first?.early) return;
    const wait = Math.max(0, first.at + this.options.patience() - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#flush();
    }, wait);
  }
}

type Timed = Held & { at: number };
