import type { Counters, LogFigures } from './figures.ts';
import { Bucket, LIMITS } from './limits.ts';
import type { DocumentStore } from './store.ts';

interface Queued {
  document: string;
  epoch: number;
  bytes: Uint8Array;
  /** When it was accepted, ms of `performance.now`. */
  at: number;
  committed(seq: number): void;
}

export interface LogOptions {
  /** First pause after a failed write, ms; doubled up to `retryMost`. */
  retryFirst?: number;
  retryMost?: number;
  /**
   * How many writes may begin a second under load, and how many at once after a pause: a statement costs
   * nearly the same for one row as for twenty.
   */
  pace?: { perSecond: number; burst: number };
  /** A store that takes longer than this for one write is slow, ms. */
  slow?: number;
  /** A write that takes longer than this, ms, counts as failing until it ends. */
  patience?: number;
  counters?: Counters;
  onHealth?: (ok: boolean, cause?: unknown) => void;
}

/** One INSERT takes no more than this; what is left goes with the next. */
const BATCH = { rows: 500, bytes: 4_000_000 };
/** What may wait in memory for a store that is away, bytes. */
const FULL = 64_000_000;

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
  #bytes = 0;
  /** When the write under way began, and how long the last one took, ms. */
  #began: number | null = null;
  #took = 0;
  readonly #pace: Bucket;
  /** A write waits for its turn. */
  #isHeld = false;

  constructor(
    private readonly store: DocumentStore,
    private readonly options: LogOptions = {},
  ) {
    this.#pace = new Bucket(options.pace ?? LIMITS.writes, Date.now());
  }

  /** Whether the last write went well. */
  get ok(): boolean {
    return this.#ok;
  }

  /** Whether the store is slow just now: the last write was, this one is already, or the next must wait. */
  get isSlow(): boolean {
    const { slow = 20 } = this.options;
    if (this.#isHeld || this.#took > slow) return true;
    return this.#began !== null && performance.now() - this.#began > slow;
  }

  /** Whether so much waits that nothing more should be accepted. */
  get isFull(): boolean {
    return this.#bytes > FULL;
  }

  figures(): LogFigures {
    const [oldest] = this.#queue;
    return {
      updates: this.#queue.length,
      bytes: this.#bytes,
      lag: oldest ? performance.now() - oldest.at : 0,
    };
  }

  /** `committed` is called once the update is durable, in the order of the appends. */
  append(document: string, epoch: number, bytes: Uint8Array, committed: (seq: number) => void): void {
    this.#queue.push({ document, epoch, bytes, at: performance.now(), committed });
    this.#bytes += bytes.length;
    // After this turn: what arrived together is written together.
    this.#writing ??= Promise.resolve().then(() => this.#write());
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
      if (!this.#pace.take(Date.now())) {
        this.#isHeld = true;
        await this.#rest(this.#pace.next(Date.now()));
        continue;
      }
      this.#isHeld = false;
      const batch = this.#next();
      this.#began = performance.now();
      const late = setTimeout(() => this.#health(false), patience);
      try {
        const seqs = await this.store.append(batch);
        this.#queue.splice(0, batch.length);
        this.#took = performance.now() - this.#began;
        this.#began = null;
        const bytes = batch.reduce((sum, entry) => sum + entry.bytes.length, 0);
        this.#bytes -= bytes;
        this.options.counters?.committed(batch.length, bytes, this.#took);
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
    this.#began = null;
    this.#isHeld = false;
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
    if (ms < 1) return Promise.resolve();
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
