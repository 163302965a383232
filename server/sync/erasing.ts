import type { Erased, ErasedIds } from '../../lib/journey/erased.ts';
import { noticeFrame } from '../../lib/sync/messages.ts';
import type { Compaction } from './compaction.ts';
import type { Content, Kind } from './kinds/index.ts';
import type { Logger } from './logger.ts';
import type { DocumentStore } from './store.ts';

/** What a workshop's interviewees have had erased. `mark`: another one when there is news; 0 for nothing. */
export type Erasures = ErasedIds & { mark: number };

export interface ErasingDeps {
  document: string;
  kind: Kind;
  store: Pick<DocumentStore, 'forgetPasts'>;
  logger: Logger;
  content(): Content;
  compaction(): Pick<Compaction, 'force'>;
  /** Takes in what other nodes wrote. */
  catchUp(): Promise<void>;
  /** Edits the document from within; durable when it resolves. */
  write(edit: (content: Content) => void): Promise<void>;
}

/** How long a node that has not heard yet may still write in what is being erased, ms. */
const LATE = 60_000;
/** Rounds of one erasure: each but the first because something came in meanwhile. */
const ROUNDS = 5;

/** Keeps a room free of what was erased: at once, and while late edits of other nodes may still bring it. */
export class Erasing {
  readonly #erased: Erased | undefined;
  #mark = 0;
  #until = 0;
  #sweeping: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly deps: ErasingDeps) {
    this.#erased = deps.kind.erased;
  }

  /** From now on it is refused. Returns whether there was news. */
  learn({ mark, ...ids }: Erasures): boolean {
    if (!this.#erased?.add(ids)) return false;
    // Clocks of nodes differ; a client compares with the mark it had.
    this.#mark = Math.max(mark, this.#mark + 1);
    this.#until = Date.now() + LATE;
    return true;
  }

  /** As `learn`, when the order may have been lost; what clients are to be told, if there was news. */
  heardLate(erasures: Erasures): Uint8Array | null {
    if (!this.learn(erasures)) return null;
    this.sweep();
    return this.notice;
  }

  /** What a client is told, so that it forgets what it keeps; null when nothing was ever erased. */
  get notice(): Uint8Array | null {
    if (!this.#erased || this.#mark === 0) return null;
    return noticeFrame({ type: 'erased', mark: this.#mark, ...this.#erased.ids });
  }

  /**
   * Removes it and writes the document anew, so that none of it is in the store; resolves with how many
   * cards that were. Rejects when the store is away: what was begun is refused all the same.
   */
  async erase(): Promise<number> {
    const { store, document, write, catchUp, compaction } = this.deps;
    let cards = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = cards;
      await write((content) => {
        cards += content.erase?.() ?? 0;
      });
      if (round > 0 && cards === before) break;
      await compaction().force();
      await store.forgetPasts(document);
      // Also what others have written meanwhile, and had in their log before they heard.
      await catchUp();
    }
    return cards;
  }

  /** Something came from elsewhere: while it may bring back what was erased, it is looked through. */
  absorbed(): void {
    if (Date.now() < this.#until) this.sweep();
  }

  /** Erases again if there is anything, after `delay` ms: not in the middle of taking in what came. */
  sweep(delay = 0): void {
    if (!this.#erased || this.#erased.isEmpty || this.#sweeping) return;
    this.#sweeping = setTimeout(() => void this.#sweep(), delay).unref();
  }

  stop(): void {
    clearTimeout(this.#sweeping ?? undefined);
    this.#sweeping = null;
  }

  /** Never rejects: whoever opens the map next looks again. */
  async #sweep(): Promise<void> {
    const { content, logger, document } = this.deps;
    this.#sweeping = null;
    try {
      if (content().holdsErased?.()) await this.erase();
    } catch (cause) {
      logger.warn(`What was erased could not be removed from ${document} again yet.`, cause);
    }
  }
}
