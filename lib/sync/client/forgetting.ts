import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../journey/document.ts';
import type { Erased, ErasedIds } from '../../journey/erased.ts';
import type { Lost } from '../../journey/merge/index.ts';
import type { Notice } from '../protocol.ts';
import type { Aside, Device } from './device/index.ts';

/** How a kind of document forgets what was erased. */
export interface Forgets {
  /** Returns whether any of it is new. */
  learn(ids: ErasedIds): boolean;
  /** Whether the document still holds any of it: the server's removal is on its way. */
  isIn(): boolean;
  /** A state of an earlier epoch (`encodeStateAsUpdate`) without it. */
  without(state: Uint8Array): Uint8Array;
  /** Whether something that could not be carried over may still be told. */
  keeps(lost: Lost): boolean;
}

/** Forgets cards of a map. */
export class JourneyForgets implements Forgets {
  constructor(
    private readonly journey: JourneyDoc,
    private readonly erased: Erased,
  ) {}

  learn(ids: ErasedIds): boolean {
    return this.erased.add(ids);
  }

  isIn(): boolean {
    return this.erased.isIn(this.journey);
  }

  without(state: Uint8Array): Uint8Array {
    const old = openJourney(new Y.Doc());
    old.doc.transact(() => Y.applyUpdate(old.doc, state));
    this.erased.removeFrom(old);
    const left = Y.encodeStateAsUpdate(old.doc);
    old.doc.destroy();
    return left;
  }

  keeps({ collection, key, values }: Lost): boolean {
    if (collection !== 'cards' || this.erased.isEmpty) return true;
    // Of a card that is gone nobody knows what it came from, unless all of it was kept.
    return values && 'source' in values ? !this.erased.has(key, values.source) : this.journey.cards.has(key);
  }
}

/** Makes the device forget, once the document itself has: what is kept there is written anew without it. */
export class Forgetting {
  #mark: number | null = null;

  constructor(
    private readonly parts: {
      doc: Y.Doc;
      forgets: Forgets;
      device(): Device | null;
      asides(): readonly Aside[];
    },
  ) {
    parts.doc.on('update', this.#now);
  }

  /** Returns whether there was news in it. */
  heard({ mark, ...ids }: Notice & { type: 'erased' }): boolean {
    const { forgets, asides } = this.parts;
    const isNews = forgets.learn(ids);
    if (isNews) for (const aside of asides()) aside.state = forgets.without(aside.state);
    this.#mark = mark;
    this.#now();
    return isNews;
  }

  #now = (): void => {
    const { device, forgets } = this.parts;
    if (this.#mark === null || forgets.isIn()) return;
    device()?.forget(this.#mark, forgets);
    this.#mark = null;
  };
}
