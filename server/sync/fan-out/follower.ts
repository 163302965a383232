import { isAppError } from '../../../lib/errors.ts';
import type { Logger } from '../logger.ts';
import type { StoredUpdate } from '../store.ts';
import type { Compacted, Ear, FanOut, Feed, PresenceStates } from './fan-out.ts';

/** A room, as far as other nodes concern it. */
export interface Followed {
  readonly document: string;
  readonly presence: {
    elsewhere(node: string, states: PresenceStates): void;
    gone(node: string): void;
    here(): PresenceStates;
  };
  /** Takes in rows whose forerunners it has. */
  absorb(rows: readonly StoredUpdate[]): void;
  /** Takes over another node's compaction; false when it covers rows this room has not seen. */
  adopt(compacted: Compacted): boolean;
  /** Takes in what the log has and the room has not. An AppError: the document has moved on from under it. */
  catchUp(): Promise<void>;
}

export interface FollowerOptions {
  logger: Logger;
  /** The room cannot go on: its document is gone, or was written anew. */
  lost(cause: unknown): void;
  /** How long to wait after the log could not be read, ms. */
  retry?: number;
}

/** Rows kept while the log is being read; of more, the log is asked again. */
const HELD = 4_000_000;

/**
 * Gives a room what other nodes say, in an order a document can take: an update builds on earlier ones, so
 * while the log is being read for what was missed, what comes meanwhile waits.
 */
export class Follower implements Ear {
  readonly #feed: Feed;
  /** Nothing may be absorbed before the log has been read once: there is a gap between loading and listening. */
  #isBehind = true;
  #looking = false;
  #again = false;
  #held: StoredUpdate[] = [];
  #heldBytes = 0;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly room: Followed,
    fanOut: FanOut,
    private readonly options: FollowerOptions,
  ) {
    this.#feed = fanOut.follow(room.document, this);
  }

  /** What the room tells the others. */
  get feed(): Pick<Feed, 'committed' | 'compacted' | 'presence'> {
    return this.#feed;
  }

  committed(rows: readonly StoredUpdate[]): void {
    if (!this.#looking && !this.#isBehind) {
      this.room.absorb(rows);
      return;
    }
    // Not behind for long: a failed look is tried again, and finds these in the log.
    if (!this.#looking) return;
    this.#held.push(...rows);
    this.#heldBytes += rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (this.#heldBytes > HELD) this.#release();
  }

  compacted(compacted: Compacted): void {
    if (this.#looking || this.#isBehind || !this.room.adopt(compacted)) this.missed();
  }

  missed(): void {
    if (this.#stopped) return;
    if (this.#looking) this.#again = true;
    else void this.#look();
  }

  presence(node: string, states: PresenceStates): void {
    this.room.presence.elsewhere(node, states);
  }

  gone(node: string): void {
    this.room.presence.gone(node);
  }

  asked(): void {
    this.#feed.presence(this.room.presence.here());
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#feed.stop();
    this.#release();
  }

  async #look(): Promise<void> {
    clearTimeout(this.#retry);
    this.#looking = true;
    this.#again = false;
    try {
      await this.room.catchUp();
      this.#isBehind = false;
      if (!this.#stopped && this.#held.length > 0) this.room.absorb(this.#held);
    } catch (cause) {
      this.#failed(cause);
    }
    this.#held = [];
    this.#heldBytes = 0;
    this.#looking = false;
    if (this.#again && !this.#isBehind) this.missed();
  }

  #failed(cause: unknown): void {
    this.#isBehind = true;
    if (this.#stopped) return;
    if (isAppError(cause)) {
      this.options.lost(cause);
      return;
    }
    this.options.logger.warn(`What other nodes wrote in ${this.room.document} could not be read yet.`, cause);
    this.#retry = setTimeout(() => this.missed(), this.options.retry ?? 1_000).unref();
  }

  /** Forgets what is held: the log has it. */
  #release(): void {
    this.#held = [];
    this.#heldBytes = 0;
    this.#again = true;
  }
}
