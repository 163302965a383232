import { AppError } from '../errors.ts';

interface Limit {
  /** Wrong attempts allowed within the window. */
  most: number;
  windowMs: number;
}

/**
 * Counts wrong sign-ins per key in a sliding window, in memory: a restart forgets them, and several
 * processes count each for itself. Keys are forgotten when their window has passed.
 */
export class Attempts {
  readonly #wrong = new Map<string, number[]>();

  constructor(
    private readonly limit: Limit,
    private readonly now: () => number = Date.now,
  ) {}

  /** Throws tooManyAttempts, with the seconds to wait, when the key has used up its attempts. */
  check(key: string): void {
    const times = this.#recent(key);
    if (times.length < this.limit.most) return;
    const waitMs = (times[times.length - this.limit.most] as number) + this.limit.windowMs - this.now();
    throw new AppError('tooManyAttempts', { seconds: Math.max(1, Math.ceil(waitMs / 1000)) });
  }

  /** Takes one attempt before its outcome is known, so that parallel guesses count too. */
  begin(key: string): { succeeded(): void } {
    this.check(key);
    if (this.#wrong.size > 10_000) this.#sweep();
    const at = this.now();
    this.#wrong.set(key, [...this.#recent(key), at]);
    return {
      succeeded: () => {
        const rest = this.#recent(key);
        const index = rest.lastIndexOf(at);
        if (index >= 0) rest.splice(index, 1);
        if (rest.length === 0) this.#wrong.delete(key);
        else this.#wrong.set(key, rest);
      },
    };
  }

  #recent(key: string): number[] {
    const from = this.now() - this.limit.windowMs;
    return (this.#wrong.get(key) ?? []).filter((at) => at > from);
  }

  #sweep(): void {
    for (const key of this.#wrong.keys()) if (this.#recent(key).length === 0) this.#wrong.delete(key);
  }
}
