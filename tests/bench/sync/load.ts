import { random } from '../../support/random.ts';
import type { Client } from './clients/client.ts';
import { Durations } from './figures.ts';

/**
 * Lets `act` happen for each of the clients `perSecond` times a second, at uneven moments, until told to
 * stop. What a starved driver is late with by more than a period is left out, not made up for in a burst.
 */
export function atPace(
  clients: readonly Client[],
  perSecond: number,
  act: (client: Client) => void,
  seed = 1,
): () => void {
  if (perSecond === 0 || clients.length === 0) return () => {};
  const r = random(seed);
  const pause = 1000 / perSecond;
  const due = clients.map((client) => ({ client, at: performance.now() + r.next() * pause }));
  due.sort((a, b) => a.at - b.at);
  const timer = setInterval(() => {
    const now = performance.now();
    // The next one due is kept first; its next time is put where it belongs.
    for (let first = due[0]; first && first.at <= now; first = due[0]) {
      act(first.client);
      due.shift();
      first.at = Math.max(first.at, now - pause) + pause * (0.8 + 0.4 * r.next());
      let i = due.length;
      while (i > 0 && (due[i - 1]?.at ?? 0) > first.at) i -= 1;
      due.splice(i, 0, first);
    }
  }, 1);
  return () => clearInterval(timer);
}

/** What the clients of a cell receive, and how long it was under way. */
export class Receipts {
  edits = new Durations();
  pointers = new Durations();
  #frames = 0;
  #bytes = 0;
  #ended = 0;
  #from = Number.POSITIVE_INFINITY;
  #until = Number.POSITIVE_INFINITY;

  constructor(private readonly clients: readonly Client[]) {
    for (const client of clients) {
      client.on('mark', (kind, _who, sentAt) => {
        if (sentAt < this.#from || sentAt >= this.#until) return;
        const ms = performance.now() - sentAt;
        if (kind === 'edit') this.edits.add(ms);
        else this.pointers.add(ms);
      });
      client.on('end', () => {
        this.#ended += 1;
      });
    }
  }

  /** Counts what is sent from now on. */
  begin(): void {
    this.#from = performance.now();
    [this.#frames, this.#bytes] = this.#total();
  }

  /** Counts nothing that is sent from now on; what is under way still arrives. */
  end(): { frames: number; bytes: number } {
    this.#until = performance.now();
    const [frames, bytes] = this.#total();
    return { frames: frames - this.#frames, bytes: bytes - this.#bytes };
  }

  /** Sockets that the server ended. */
  get dropped(): number {
    return this.#ended;
  }

  #total(): [number, number] {
    let frames = 0;
    let bytes = 0;
    for (const { socket } of this.clients) {
      frames += socket.frames;
      bytes += socket.bytes;
    }
    return [frames, bytes];
  }
}

/** Resolves when it holds; rejects with `what` after `ms`. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  ms = 60_000,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come about within ${ms / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
