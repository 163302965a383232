import * as Y from 'yjs';
import type { JourneyDoc } from '../../journey/document.ts';
import type { Author } from '../../journey/judge/index.ts';
import { type Carried, carryUpdates, expiredEdits, type Lost } from '../../journey/merge/index.ts';
import type { Aside, Device } from './device/index.ts';

/** What it takes to carry edits of an earlier epoch over. */
export interface CarryOptions {
  /** The document as that epoch left it; null: it is not kept any more. Rejects when that cannot be known now. */
  past(epoch: number): Promise<Uint8Array | null>;
  /** What the person may write by the rules of the map; null: everything. */
  author: Author | null;
}

/** What carrying over needs of the session. */
export interface CarryParts {
  device(): Device | null;
  /** Put on the transaction that brings the edits in. */
  origin: unknown;
  onLost(lost: Lost[]): void;
  /** Whether it may be told to anybody. */
  keeps(lost: Lost): boolean;
  /** Whether anything is left to do. */
  onChange(busy: boolean): void;
}

/** What a session needs of carrying over. */
export interface Carries {
  /** What is left to do. */
  readonly asides: readonly Aside[];
  add(asides: readonly Aside[]): void;
  /** Call at each sync. */
  run(): Promise<void>;
  stop(): void;
}

/** After a failure, ms. */
const AGAIN = 5_000;

/**
 * Carries over what sessions of earlier epochs put aside, once the document of this epoch is here: one
 * after the other, until nothing is left. What fails is tried again.
 */
export class Carrying implements Carries {
  #asides: Aside[] = [];
  #running = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(
    private readonly parts: CarryParts & { journey: JourneyDoc; options: CarryOptions | undefined },
  ) {}

  get asides(): readonly Aside[] {
    return this.#asides;
  }

  add(asides: readonly Aside[]): void {
    this.#asides = [...this.#asides, ...asides].sort((a, b) => a.epoch - b.epoch);
    this.parts.onChange(this.#asides.length > 0);
  }

  async run(): Promise<void> {
    if (this.#running || this.#ended) return;
    this.#running = true;
    clearTimeout(this.#again);
    try {
      for (let aside = this.#asides[0]; aside && !this.#ended; aside = this.#asides[0])
        await this.#carry(aside);
    } catch (cause) {
      console.warn('Edits from before the map was written anew wait to be carried over.', cause);
      if (!this.#ended) this.#again = setTimeout(() => void this.run(), AGAIN);
    } finally {
      this.#running = false;
    }
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#again);
  }

  async #carry(aside: Aside): Promise<void> {
    const { journey, options, device, origin, onLost, onChange } = this.parts;
    const past = options ? await options.past(aside.epoch) : null;
    if (this.#ended) return;
    const { update, lost: all }: Carried = past
      ? carryUpdates(past, [aside.state], journey, options?.author)
      : { update: null, lost: expiredEdits(aside.state, aside.known, journey) };
    const lost = all.filter((one) => this.parts.keeps(one));
    const isOurs = await this.#adopt(device(), aside, { update, lost });
    if (this.#ended) return;
    const left = isOurs ? undefined : device()?.asides.find(({ epoch }) => epoch === aside.epoch);
    this.#asides = [...(left ? [left] : []), ...this.#asides.filter((other) => other !== aside)];
    if (isOurs && update) Y.applyUpdate(journey.doc, update, origin);
    onChange(this.#asides.length > 0);
    if (isOurs && lost.length > 0) onLost(lost);
  }

  async #adopt(device: Device | null, aside: Aside, carried: Carried): Promise<boolean> {
    if (!device?.asides.includes(aside)) return true;
    try {
      return await device.adopt(aside, carried, Y.encodeStateVector(this.parts.journey.doc));
    } catch (cause) {
      // What the browser cannot keep must at least reach the server.
      console.warn('This browser does not keep what is being carried over.', cause);
      return true;
    }
  }
}
