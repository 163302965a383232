import type { DocumentStore } from './store.ts';

interface Queued {
  document: string;
  bytes: Uint8Array;
  committed(seq: number): void;
}

export interface LogOptions {
  /** First pause after a failed write, ms; doubled up to `retryMost`. */
  retryFirst?: number;
  retryMost?: number;
  /** A write that takes longer than this, ms, counts as failing until it ends. */
  patience?: number;
  onHealth?: (ok: boolean, cause?: unknown) => void;
}

/** One INSERT takes no more than this; what is left goes with the next. */
const BATCH = { rows: 500, bytes: 4_000_000 };

/**
 * Writes accepted updates in order, all rooms together: whatever is queued while one INSERT is in flight
 * goes with the next (group commit). A failed write is tried again until it succeeds; nothing is dropped.
 * A write whose answer was lost is written twice, which Yjs does not mind.
 */
export class UpdateLog {
  #queue: Queued[] = [];
  #writing: Promise<void> | null = null;
  #wake: (() => void) | null = null;
  #closed = false;
  #ok = true;

  constructor(
    private readonly store: DocumentStore,
    private readonly options: LogOptions = {},
  ) {}

  /** Whether the last write went well. */
  get ok(): boolean {
    return this.#ok;
  }

  /** `committed` is called once the update is durable, in the order of the appends. */
  append(document: string, bytes: Uint8Array, committed: (seq: number) => void): void {
    this.#queue.push({ document, bytes, committed });
    this.#writing ??= this.#write();
  }

  /** Resolves when everything appended so far is durable, or the log is closed. */
  async drained(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  /** Gives up what could not be written; call after `drained` or its deadline. Returns how many were lost. */
  close(): number {
    this.#closed = true;
    this.#wake?.();
    return this.#queue.length;
  }

  async #write(): Promise<void> {
    const { retryFirst = 100, retryMost = 5_000, patience = 3_000 } = this.options;
    let pause = retryFirst;
    while (this.#queue.length > 0 && !this.#closed) {
      const batch = this.#next();
      const late = setTimeout(() => this.#health(false), patience);
      try {
        const seqs = await this.store.append(
          batch.map(({ document, bytes }) => ({ document, epoch: 1, bytes })),
        );
        this.#queue.splice(0, batch.length);
        this.#health(true);
        pause = retryFirst;
        for (const [i, entry] of batch.entries()) entry.committed(seqs[i] as number);
      } catch (cause) {
        this.#health(false, cause);
        await this.#rest(pause);
        pause = Math.min(pause * 2, retryMost);
      } finally {
        clearTimeout(late);
      }
    }
    this.#writing = null;
  }

  #next(): Queued[] {
    let bytes = 0;
    let rows = 0;
    for (const entry of this.#queue) {
      if (rows > 0 && (rows >= BATCH.rows || bytes + entry.bytes.length > BATCH.bytes)) break;
      bytes += entry.bytes.length;
      rows += 1;
    }
    return this.#queue.slice(0, rows);
  }

  #health(ok: boolean, cause?: unknown): void {
    if (ok === this.#ok || this.#closed) return;
    this.#ok = ok;
    this.options.onHealth?.(ok, cause);
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      this.#wake = done;
      function done() {
        clearTimeout(timer);
        resolve();
      }
    });
  }
}
