import type { Logger } from './logger.ts';
import type { DocumentStore } from './store.ts';

/** Above this the log is folded into the state while people work. */
const LONG = { rows: 500, bytes: 1_000_000 };
/** Below this it is not worth a write when the room empties. */
const WORTH = { rows: 20, bytes: 64_000 };

/** The durable rows of one document's log since its last compaction. */
export class Tail {
  #rows = new Map<number, number>();
  #bytes = 0;
  #running: Promise<void> | null = null;
  version = { epoch: 1, generation: 0 };
  /** Rows at which to try next; doubled when a compaction failed. */
  #next: number = LONG.rows;

  constructor(
    private readonly deps: { store: DocumentStore; logger: Logger },
    private readonly document: string,
    private readonly state: () => Uint8Array,
  ) {}

  add(seq: number, bytes: number): void {
    this.#rows.set(seq, bytes);
    this.#bytes += bytes;
  }

  get isLong(): boolean {
    return (
      !this.#running &&
      (this.#rows.size >= this.#next || this.#bytes >= (LONG.bytes * this.#next) / LONG.rows)
    );
  }

  /** Writes the state, which holds every row there is, then deletes these. Never rejects: it is only tidying. */
  compact(): Promise<void> {
    if (this.#rows.size < WORTH.rows && this.#bytes < WORTH.bytes) return Promise.resolve();
    this.#running ??= this.#compact().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #compact(): Promise<void> {
    const covered = [...this.#rows.keys()];
    try {
      const generation = await this.deps.store.compact(this.document, this.version, this.state(), covered);
      if (generation === null) return;
      this.version = { ...this.version, generation };
      for (const seq of covered) {
        this.#bytes -= this.#rows.get(seq) ?? 0;
        this.#rows.delete(seq);
      }
      this.#next = LONG.rows;
    } catch (cause) {
      this.#next = Math.max(this.#rows.size, this.#next) * 2;
      this.deps.logger.warn(`Compacting ${this.document} failed; its log stays and is tried again.`, cause);
    }
  }
}
