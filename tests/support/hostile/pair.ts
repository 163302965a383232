import { WebSocket as NodeSocket } from 'ws';
import type { YMapEvent } from 'yjs';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { type Entry, toJourney } from '../../../lib/journey/document.ts';
import { type JourneySession, openSession } from '../../../lib/sync/client/index.ts';
import { DOCUMENT } from '../network.ts';
import { until } from '../sockets.ts';
import { unsound } from '../soundness.ts';

/** How often each of the two edits, ms. */
const PACE = 200;

/** A WebSocket class that comes from the server's own page, as `userId`. */
export function socketOf(port: number, userId: string): typeof WebSocket {
  const headers = { origin: `http://127.0.0.1:${port}`, 'x-user': userId };
  return class extends NodeSocket {
    constructor(url: string | URL) {
      super(url, { headers });
    }
  } as unknown as typeof WebSocket;
}

/** Two honest people, each adding five cards a second, who note when they see each other's. */
export class Pair {
  readonly #people: JourneySession[];
  readonly #made = new Map<string, number>();
  #timer: ReturnType<typeof setInterval> | null = null;
  #turn = 0;
  #worst = 0;
  drops = 0;

  constructor(port: number) {
    this.#people = ['per', 'ada'].map((id) =>
      openSession({
        url: `ws://127.0.0.1:${port}/sync`,
        document: DOCUMENT,
        user: { id, name: id },
        readOnly: false,
        WebSocket: socketOf(port, id),
      }),
    );
  }

  get clientId(): number {
    return this.#first.doc.clientID;
  }

  get #first(): JourneySession {
    return this.#people[0] as JourneySession;
  }

  /** Resolves when both are at work and see each other's edits, with the worst delay of undisturbed ones, ms. */
  async start(): Promise<number> {
    await until(() => this.#people.every((p) => p.state.get().kind === 'saved'), 'the pair');
    for (const person of this.#people) {
      person.journey.cards.observe((event) => this.#see(event, person));
      person.state.subscribe(() => {
        if (['offline', 'closed', 'refused'].includes(person.state.get().kind)) this.drops += 1;
      });
    }
    this.#timer = setInterval(() => this.#edit(), PACE / 2);
    // Code that has not run yet is slow the first time.
    await until(() => this.#turn > 10 && this.#made.size === 0, 'the first edits');
    this.reset();
    await until(() => this.#turn > 25 && this.#made.size === 0, 'undisturbed edits');
    return this.#worst;
  }

  /** Forgets what was measured so far. */
  reset(): void {
    this.#worst = 0;
  }

  /** Stops editing and waits until each has everything; the worst delay since the reset, ms. */
  async finish(): Promise<number> {
    if (this.#timer) clearInterval(this.#timer);
    await until(
      () => this.#made.size === 0 && this.#people.every((p) => p.state.get().kind === 'saved'),
      'what the pair wrote',
      20_000,
    );
    return this.#worst;
  }

  /** What is wrong with what they see: invalid entries, presences of nobody. */
  faults(): string[] {
    const faults = unsound(this.#first.journey);
    const seen = this.#first.awareness.getStates();
    if (seen.size > 30) faults.push(`${seen.size} presences`);
    const other = this.#people[1] as JourneySession;
    const known = other.awareness.getStates().get(this.clientId)?.user as { id?: string } | undefined;
    if (known && known.id !== 'per') faults.push(`per is shown as ${known.id}`);
    if (toJourney(this.#first.journey).cards.some((c) => c.text === 'in her name'))
      faults.push('impersonated');
    return faults;
  }

  has(text: string): boolean {
    return toJourney(this.#first.journey).cards.some((c) => c.text === text);
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    for (const person of this.#people) person.destroy();
  }

  #edit(): void {
    const person = this.#people[this.#turn % 2] as JourneySession;
    this.#turn += 1;
    const authorId = person === this.#first ? 'per' : 'ada';
    const madeAt = performance.now();
    const id = addCard(person.journey, { kind: 'quote', text: 'honest', cell: null, authorId });
    this.#made.set(id, madeAt);
  }

  #see(event: YMapEvent<Entry>, by: JourneySession): void {
    if (event.transaction.origin === by.journey.origin) return;
    for (const key of event.keysChanged) {
      const madeAt = this.#made.get(key);
      if (madeAt === undefined) continue;
      this.#worst = Math.max(this.#worst, performance.now() - madeAt);
      this.#made.delete(key);
    }
  }
}
