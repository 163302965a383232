/** How often one sentence is written in a window, ms, before the rest of it is only counted. */
const WINDOW = 10_000;
const WRITTEN = 5;

interface Said<Level> {
  times: number;
  level: Level;
}

/**
 * Keeps one trouble from filling the log: a database that is away breaks every page, a broken client comes
 * back and back. The first few of a sentence are written, and at the end of the window how many there were.
 */
export class Repeats<Level extends string> {
  #said = new Map<string, Said<Level>>();
  #window: NodeJS.Timeout | null = null;

  constructor(private readonly sum: (level: Level, message: string, more: number) => void) {}

  /** Whether this one is to be written. */
  mayWrite(level: Level, message: string): boolean {
    this.#window ??= setTimeout(() => this.#close(), WINDOW).unref();
    const said = this.#said.get(message) ?? { times: 0, level };
    said.times += 1;
    this.#said.set(message, said);
    return said.times <= WRITTEN;
  }

  #close(): void {
    const said = this.#said;
    this.#said = new Map();
    this.#window = null;
    for (const [message, { times, level }] of said) {
      if (times > WRITTEN) this.sum(level, message, times - WRITTEN);
    }
  }
}
