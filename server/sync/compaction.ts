import { AppError } from '../../lib/errors.ts';
import type { Compacted } from './fan-out/index.ts';
import type { Ledger } from './ledger.ts';
import type { Logger } from './logger.ts';
import type { DocumentStore, Missed, Version } from './store.ts';

/** Above this the log is folded into the state while people work. */
const LONG = { rows: 2_000, bytes: 1_000_000 };
/** Below this it is not worth a write when the room empties. */
const WORTH = { rows: 20, bytes: 64_000 };

/** How often a compaction that must be is tried while others are quicker, and the pause between, ms. */
const ATTEMPTS = 20;
const PAUSE = 50;

export interface CompactionDeps {
  store: DocumentStore;
  logger: Logger;
  document: string;
  ledger: Ledger;
  /** The whole document as accepted, encoded now. */
  encode(): Uint8Array;
  /** Up to which position everything has gone out to everybody. */
  sentToAll(): number;
  /** Takes in what other nodes wrote; rejects when the document has moved on from under this room. */
  catchUp(): Promise<void>;
  /** Tells the other nodes. */
  tell(compacted: Compacted): void;
  /** How much longer than long this room's log may be. */
  spread: number;
}

/** The rows of one document's log this node knows of, and their folding into the state. */
export class Compaction {
  #rows = new Map<number, number>();
  #bytes = 0;
  #running: Promise<void> | null = null;
  /** How much longer than long the log must be to be tried again: doubled when it failed. */
  #patience = 1;

  constructor(
    private readonly deps: CompactionDeps,
    public version: Version,
  ) {}

  get rows(): ReadonlyMap<number, number> {
    return this.#rows;
  }

  add(seq: number, bytes: number): void {
    if (this.#rows.has(seq)) return;
    this.#rows.set(seq, bytes);
    this.#bytes += bytes;
  }

  get isLong(): boolean {
    const times = this.#patience * this.deps.spread;
    return !this.#running && (this.#rows.size >= LONG.rows * times || this.#bytes >= LONG.bytes * times);
  }

  get isWorthIt(): boolean {
    return this.#rows.size >= WORTH.rows || this.#bytes >= WORTH.bytes;
  }

  /** What other nodes wrote since; null when the document is gone. Rejects when the store is away. */
  missed(): Promise<Missed | null> {
    return this.deps.store.since(this.deps.document, this.version, this.#rows.keys());
  }

  /** Another node has compacted what we knew and more: these are the rows since. */
  moveTo({ epoch, generation, rows }: Missed): void {
    this.version = { epoch, generation };
    this.#rows.clear();
    this.#bytes = 0;
    for (const { seq, bytes } of rows) this.add(seq, bytes.length);
  }

  /** Another node has compacted: takes that over, unless it covers rows we have not seen. */
  adopt({ epoch, generation, covered }: Compacted): boolean {
    if (epoch === this.version.epoch && generation <= this.version.generation) return true;
    const isNext = epoch === this.version.epoch && generation === this.version.generation + 1;
    if (!isNext || this.#running || covered.some((seq) => !this.#rows.has(seq))) return false;
    const { ledger } = this.deps;
    this.version = { epoch, generation };
    this.#forget(covered);
    this.#patience = 1;
    ledger.fold(this.deps.encode(), ledger.accepted, this.deps.sentToAll());
    return true;
  }

  /** Writes the state, which holds every row known, then deletes these. Never rejects: it is only tidying. */
  run(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /**
   * Writes the state and deletes every row known, however few they are: what was deleted in the document is
   * then nowhere in the store. Rejects when the store is away, or others are always quicker.
   */
  async force(): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // One under way may have begun with what is to be forgotten.
      await this.#running;
      let isDone = false;
      const run = this.#fold().then((done) => {
        isDone = done;
      });
      this.#running = run
        .catch(() => {})
        .finally(() => {
          this.#running = null;
        });
      await run;
      if (isDone) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    throw new AppError('roomUnavailable');
  }

  async #run(): Promise<void> {
    const { logger, document } = this.deps;
    try {
      this.#patience = (await this.#fold()) ? 1 : this.#patience + 1;
    } catch (cause) {
      this.#patience *= 2;
      logger.warn(`Compacting ${document} failed; its log stays and is tried again.`, cause);
    }
  }

  /** Resolves with whether it was done: another node may have been quicker. */
  async #fold(): Promise<boolean> {
    const { store, document, ledger } = this.deps;
    const covered = [...this.#rows.keys()];
    const position = ledger.accepted;
    const state = this.deps.encode();
    const generation = await store.compact(document, this.version, state, covered);
    if (generation === null) {
      // What another node wrote may hold more than we have seen.
      await this.deps.catchUp();
      return false;
    }
    this.version = { ...this.version, generation };
    this.deps.tell({ ...this.version, covered });
    this.#forget(covered);
    ledger.fold(state, position, this.deps.sentToAll());
    return true;
  }

  #forget(seqs: readonly number[]): void {
    for (const seq of seqs) {
      this.#bytes -= this.#rows.get(seq) ?? 0;
      this.#rows.delete(seq);
    }
  }
}
