interface Held {
  position: number;
  frame: Uint8Array;
  /** The socket it came from, which has it already. */
  from: unknown;
  /** May go to writers before it is durable. */
  early: boolean;
  at: number;
}

export interface RelayOptions {
  /** How long the store may take before an edit goes to the others all the same, ms. */
  patience: number;
  send(frame: Uint8Array, from: unknown, to: 'writers' | 'readers'): void;
}

/**
 * Sends accepted updates on, in order: after the commit, or to writers at once when the store is slow
 * (an edit never waits for a disk). What only some may write, and what goes to readers, always waits:
 * should the server die before the commit, whoever has seen an update brings it back, and a peer without
 * the right would be refused for it.
 */
export class Relay {
  #queues = { writers: [] as Held[], readers: [] as Held[] };
  #durable = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly options: RelayOptions) {}

  push(update: Omit<Held, 'at'>): void {
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
    const overdue = Date.now() - this.options.patience;
    for (const to of ['writers', 'readers'] as const) {
      const queue = this.#queues[to];
      const goes = (held: Held) =>
        held.position <= this.#durable || (to === 'writers' && held.early && held.at <= overdue);
      let sent = 0;
      for (; sent < queue.length; sent += 1) {
        const held = queue[sent] as Held;
        if (!goes(held)) break;
        this.options.send(held.frame, held.from, to);
      }
      queue.splice(0, sent);
    }
    this.#watch();
  }

  /** A timer only while the first in the writers' line could go before its commit. */
  #watch(): void {
    const first = this.#queues.writers[0];
    if (this.#timer || !first?.early) return;
    const wait = Math.max(0, first.at + this.options.patience - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#flush();
    }, wait);
  }
}
