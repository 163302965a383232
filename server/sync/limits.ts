/** What one socket, one user and one message may ask of the server (trust.md). Times in ms, sizes in bytes. */
export const LIMITS = {
  payload: 1.5 * 1024 * 1024,
  /** Messages that ask for work; an editor at full tilt sends some sixty a second. */
  work: { perSecond: 100, burst: 300 },
  /** All messages: a stock y-websocket echoes every presence of the others back. */
  all: { perSecond: 1_500, burst: 4_500 },
  /** Full answers; each encodes the document. */
  answers: { perSecond: 2, burst: 20 },
  socketsPerUser: 20,
  /** Inbound bytes, whatever they are. */
  bytes: { perSecond: 2_000_000, burst: 8_000_000 },
  /** Time its edits take here: an ordinary one a fifth of a millisecond, one built to be dear very much more. */
  labour: { perSecond: 200, burst: 2_000 },
  presence: 4_096,
  /** What a socket may have sent that nobody has worked off. */
  waiting: { messages: 1_000, bytes: 4 * 1024 * 1024 },
  /** The same while it is not authorised yet or its room is not loaded: a sync step 1, a presence, a few edits. */
  early: { messages: 100, bytes: 256 * 1024 },
  /** Of a sync step 1: some eight thousand sessions. */
  stateVector: 64 * 1024,
  authorise: 10_000,
  /** Unread bytes above which a reader gets nothing more until it has read them, and then one difference. */
  behind: 512 * 1024,
  /** How long it may take to read them. */
  slow: 30_000,
  /** Unread bytes at which it is cut. */
  outbound: 32 * 1024 * 1024,
  /** Statements that write to the log, a second and after a pause. */
  writes: { perSecond: 20, burst: 10 },
  heartbeat: 10_000,
  /** How long a socket that broke the protocol may take to go. */
  farewell: 500,
  /** Updates dropped while we wait for a client to fill a gap. */
  gap: 100,
  /** Updates of one user and room that are not taken (refused, malformed, with a gap): each costs a copy of the document. */
  faults: { perSecond: 0.5, burst: 8 },
} as const;

/** A token bucket; time is passed in, so that it can be tested. */
export class Bucket {
  #left: number;
  #at: number;
  constructor(
    private readonly rate: { perSecond: number; burst: number },
    now: number,
  ) {
    this.#left = rate.burst;
    this.#at = now;
  }

  /** Takes `cost`; false when that much is not left. */
  take(now: number, cost = 1): boolean {
    this.#fill(now);
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }

  /** How long until there is one again, ms. */
  next(now: number): number {
    this.#fill(now);
    return Math.max(0, Math.ceil(((1 - this.#left) / this.rate.perSecond) * 1000));
  }

  /** Whether not even one is left. */
  isSpent(now: number): boolean {
    this.#fill(now);
    return this.#left < 1;
  }

  #fill(now: number): void {
    const gained = ((now - this.#at) / 1000) * this.rate.perSecond;
    this.#left = Math.min(this.rate.burst, this.#left + Math.max(0, gained));
    this.#at = now;
  }
}
