import { addCard, moveCards, setCardText } from '../../lib/journey/commands/cards.ts';
import { type JourneyDoc, toJourney } from '../../lib/journey/document.ts';
import { type Client, connect, type Edit, type Seat } from './profile-w-client.ts';
import { type Random, random } from './random.ts';
import { until } from './sockets.ts';

export { type Client, type Edit, GUESTS_W, type Seat, seatsAt } from './profile-w-client.ts';

export interface ProfileOptions {
  /** Edits a second in all; trust.md says five. */
  rate?: number;
  cards?: number;
  /** Which cards, cells and people: the same seed, the same edits. */
  seed?: number;
}

const POINTER_MS = 100;

/**
 * The load of one workshop (trust.md's profile W) through real sockets: a facilitator who adds cards (seat 0),
 * a note-taker who types (1), eight who move cards (2–9), two who read (10, 11); 200 cards, five edits a
 * second in all, every pointer moving. It keeps a book of what was edited and what was shown as saved, so
 * that afterwards `lost` can say what is missing in a document.
 */
export class ProfileW {
  readonly edits: Edit[] = [];
  /** What the server refused; always empty when all is well. */
  readonly refusals: string[] = [];
  readonly clients: Client[];
  readonly #random: Random;
  readonly #every: number;
  #cards: string[] = [];
  #timers: NodeJS.Timeout[] = [];
  #number = 0;

  private constructor(seats: readonly Seat[], options: ProfileOptions) {
    this.#random = random(options.seed ?? 1);
    this.#every = 1_000 / (options.rate ?? 5);
    this.clients = seats.map((seat) => connect(seat, (code) => this.refusals.push(code)));
  }

  /** Connects everybody, lays the cards out when there are none, and waits until all have all of it. */
  static async open(seats: readonly Seat[], options: ProfileOptions = {}): Promise<ProfileW> {
    const profile = new ProfileW(seats, options);
    try {
      await until(() => profile.clients.every((c) => c.synced()), 'the sync of all seats', 30_000);
      await profile.#layOut(options.cards ?? 200);
      return profile;
    } catch (error) {
      profile.close();
      throw error;
    }
  }

  /** The cells of the map; there is always one. */
  get cells(): { touchpointId: string; laneId: string }[] {
    const { touchpoints, lanes } = toJourney(this.#host.journey);
    const lane = lanes.find((l) => l.kind === 'quote') ?? lanes[0];
    return touchpoints.map((t) => ({ touchpointId: t.id, laneId: lane?.id ?? '' }));
  }

  start(): void {
    this.#timers = [
      setInterval(() => this.edit(), this.#every),
      setInterval(() => {
        for (const client of this.clients) {
          if (!client.left) client.point({ x: this.#random.below(4_000), y: this.#random.below(2_000) });
        }
      }, POINTER_MS),
    ];
  }

  /** No more edits; what was made goes on being saved. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** One edit by whose turn it is; every other one is the note-taker's. Nothing when that one may not edit now. */
  edit(): Edit | null {
    this.#number += 1;
    const seat = this.#number % 2 === 0 ? 1 : this.#random.of([0, 2, 3, 4, 5, 6, 7, 8, 9]);
    return this.editAt(seat);
  }

  /** One edit from this seat, of the kind that seat makes. */
  editAt(seat: number): Edit | null {
    const client = this.clients[seat];
    if (!client || client.left || !client.mayEdit()) return null;
    const edit: Edit = { seat, ...this.#make(seat, client), madeAt: Date.now(), savedAt: null };
    this.edits.push(edit);
    client.made(edit);
    return edit;
  }

  /** Whether everybody who knows of saving is shown that all of it is saved. */
  get allSaved(): boolean {
    return this.clients.every((c) => c.left || c.seat.stock || c.shows() === 'saved');
  }

  /** What their authors were shown as saved. */
  get saved(): Edit[] {
    return this.edits.filter((edit) => edit.savedAt !== null);
  }

  /** Those seats are closed, as a browser is: what was not sent by then is gone. */
  leave(seats: readonly number[]): void {
    for (const seat of seats) this.clients[seat]?.leave();
  }

  close(): void {
    this.stop();
    this.leave([...this.clients.keys()]);
  }

  /** Those of the edits that this document does not hold. */
  lost(journey: JourneyDoc, edits: readonly Edit[] = this.edits): Edit[] {
    return edits.filter((edit) => !this.#holds(journey, edit));
  }

  get #host(): Client {
    return this.clients[0] as Client;
  }

  async #layOut(count: number): Promise<void> {
    const { journey, seat } = this.#host;
    const { cells } = this;
    if (journey.cards.size === 0) {
      journey.doc.transact(() => {
        for (let i = 0; i < count; i += 1) {
          const cell = this.#random.of(cells);
          addCard(journey, { kind: 'quote', text: `Kort nummer ${i}`, cell, authorId: seat.userId });
        }
      }, journey.origin);
    }
    const all = journey.cards.size;
    await until(() => this.clients.every((c) => c.journey.cards.size === all), 'every card', 30_000);
    await until(() => this.allSaved, 'the cards saved', 30_000);
    this.#cards = [...journey.cards.keys()].sort();
  }

  #make(seat: number, { journey, seat: { userId } }: Client): Pick<Edit, 'kind' | 'cardId' | 'mark'> {
    if (seat === 0) {
      const text = `Nytt kort ${this.#number}`;
      const cell = this.#random.of(this.cells);
      return {
        kind: 'card',
        cardId: addCard(journey, { kind: 'quote', text, cell, authorId: userId }),
        mark: text,
      };
    }
    if (seat === 1) {
      const cardId = this.#random.of(this.#cards);
      const mark = `ord${this.#number}.${this.#random.below(1e6)}`;
      setCardText(journey, cardId, `${journey.cards.get(cardId)?.get('text')} ${mark}.`);
      return { kind: 'word', cardId, mark };
    }
    // Everybody moves cards of their own: of two who move one card at a time, one is rightly overwritten.
    const cardId = this.#random.of(this.#cards.filter((_, i) => i % 8 === seat - 2));
    moveCards(journey, [cardId], this.#random.of(this.cells), this.#random.below(3));
    return { kind: 'move', cardId, mark: placeOf(journey, cardId) };
  }

  #holds(journey: JourneyDoc, edit: Edit): boolean {
    if (edit.kind === 'card') return journey.cards.has(edit.cardId);
    if (edit.kind === 'word')
      return String(journey.cards.get(edit.cardId)?.get('text')).includes(`${edit.mark}.`);
    const place = placeOf(journey, edit.cardId);
    // A later move by the same person stands for it.
    const since = this.edits.slice(this.edits.indexOf(edit));
    return since.some((e) => e.kind === 'move' && e.cardId === edit.cardId && e.mark === place);
  }
}

const placeOf = (journey: JourneyDoc, cardId: string) =>
  JSON.stringify(journey.cards.get(cardId)?.get('place') ?? null);
