/** What the sync server measures of itself: read by `/api/metrics`, by tests and by the benchmarks. */
export interface SyncFigures {
  /** Rooms in memory, also those nobody is in any more. */
  rooms: number;
  /** Open sockets, also those not authorised yet. */
  sockets: number;
  store: 'ok' | 'failing';
  /** Other nodes: whether edits reach them at once; null when this is the only one. */
  fanOut: 'ok' | 'failing' | null;
  log: LogFigures;
  totals: Totals;
}

/** What is accepted and not yet durable. */
export interface LogFigures {
  updates: number;
  bytes: number;
  /** Age of the oldest of them, ms; 0 when there is none. */
  lag: number;
}

/** Since the start of the process. */
export interface Totals {
  /** Updates the server did not take, by the code the author was told. */
  refused: Record<string, number>;
  /** Sockets the server closed, by close code; not those it cut without one, nor broken frames (ws does that). */
  closed: Record<string, number>;
  /** Statements that wrote to the log, and the updates and bytes in them. */
  commits: { count: number; updates: number; bytes: number };
}

/** One write to the log: how many updates and bytes it had, and how long it took, ms. */
export type CommitListener = (updates: number, bytes: number, ms: number) => void;

/** Counts events of the sync server. One for the whole process; nothing in it is about a person. */
export class Counters {
  readonly #refused = new Map<string, number>();
  readonly #closed = new Map<string, number>();
  readonly #commits = { count: 0, updates: 0, bytes: 0 };

  constructor(private readonly onCommit: CommitListener = () => {}) {}

  refused(code: string): void {
    this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1);
  }

  closed(code: number): void {
    this.#closed.set(String(code), (this.#closed.get(String(code)) ?? 0) + 1);
  }

  committed(updates: number, bytes: number, ms: number): void {
    this.#commits.count += 1;
    this.#commits.updates += updates;
    this.#commits.bytes += bytes;
    this.onCommit(updates, bytes, ms);
  }

  totals(): Totals {
    return {
      refused: Object.fromEntries(this.#refused),
      closed: Object.fromEntries(this.#closed),
      commits: { ...this.#commits },
    };
  }
}
