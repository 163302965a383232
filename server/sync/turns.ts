/** Something that has work waiting: a room with messages in its inbox. */
export interface Worker {
  /** Does one piece of it; returns whether more is waiting. */
  work(): boolean;
  /** Ends a turn in which it worked or was added: what came together goes on together. */
  endTurn(): void;
}

/** How long one turn of the event loop may go on with rooms' work, ms. */
const SLICE = 8;

/**
 * What has arrived in one turn of the event loop is worked off at its end: all rooms in turn, a slice at
 * a time, so that nobody's flood keeps others waiting for long. `after` runs when a slice is over.
 */
export class Turns {
  #waiting = new Set<Worker>();
  #scheduled = false;

  constructor(private readonly options: { after(): void; failed(cause: unknown): void }) {}

  add(worker: Worker): void {
    this.#waiting.add(worker);
    this.schedule();
  }

  remove(worker: Worker): void {
    this.#waiting.delete(worker);
  }

  /** `after` runs at the end of this turn, also without work. */
  schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#run());
  }

  #run(): void {
    this.#scheduled = false;
    const end = performance.now() + SLICE;
    const worked = new Set<Worker>();
    // A set is walked in the order things were added: whoever has more goes to the end of the line.
    for (const worker of this.#waiting) {
      this.#waiting.delete(worker);
      worked.add(worker);
      this.#guarded(() => {
        if (worker.work()) this.#waiting.add(worker);
      });
      if (performance.now() >= end) break;
    }
    for (const worker of worked) this.#guarded(() => worker.endTurn());
    if (this.#waiting.size > 0) this.schedule();
    this.options.after();
  }

  #guarded(step: () => void): void {
    try {
      step();
    } catch (cause) {
      this.options.failed(cause);
    }
  }
}
