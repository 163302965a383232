import * as Y from 'yjs';
import { COLLECTIONS, type JourneyDoc, openJourney, readMeta } from '../../lib/journey/document.ts';
import { type Before, beforeIn, type Changes, changesOf } from '../../lib/journey/judge/index.ts';
import type { JourneyMeta } from '../../lib/journey/model.ts';
import { examine, type Grammar } from './examine.ts';

/** Yjs' numbers of Y.Map and Y.Text: the journey has no other types. */
const MAP = 1;
const TEXT = 2;
const JOURNEY: Grammar = {
  roots: new Set([...COLLECTIONS, 'meta']),
  types: new Set([MAP, TEXT]),
};

export type Trial<R> =
  /** Nothing we have not got; `clients`: whose items it repeats. */
  | { kind: 'nothing'; clients: readonly number[] }
  | { kind: 'malformed'; cause?: unknown }
  | { kind: 'strange' }
  | { kind: 'gap' }
  /** It has new items under a client id that is not the sender's to use: what `owns` said of it. */
  | { kind: 'foreign'; because: string }
  | { kind: 'refused'; refusal: R }
  /** `bytes`: the update as it came, less what was known; `writers`: the client ids it has items of. */
  /** `rules`: those it was judged by. */
  | { kind: 'accepted'; bytes: Uint8Array; writers: readonly number[]; changes: Changes; rules: JourneyMeta };

/** Decides on what a transaction did, while what it deleted can still be read: null to let it stand. */
export type Decide<R> = (changes: Changes, before: Before, after: JourneyDoc) => R | null;

/**
 * The one decoded copy of a room's document. An update is examined, applied, and judged inside its
 * transaction; when it may not stand the copy is thrown away and built anew from the accepted bytes
 * when it is next needed.
 */
export class Copy {
  #journey: JourneyDoc | null = null;
  #meta: JourneyMeta | null = null;
  #listen: ((transaction: Y.Transaction) => void) | null = null;

  /** `accepted` gives the bytes of everything accepted: the state, then the updates since. */
  constructor(private readonly accepted: () => Iterable<Uint8Array>) {}

  get isBuilt(): boolean {
    return this.#journey !== null;
  }

  get journey(): JourneyDoc {
    this.#journey ??= this.#build();
    return this.#journey;
  }

  get doc(): Y.Doc {
    return this.journey.doc;
  }

  /** Builds it now rather than when it is needed. */
  warm(): void {
    this.#journey ??= this.#build();
  }

  /** The rules in force. */
  get meta(): JourneyMeta {
    this.#meta ??= readMeta(this.journey.meta);
    return this.#meta;
  }

  /** Tries an update from outside. `against`: why its sender may not write as these client ids, or null. */
  try<R>(
    update: Uint8Array,
    against: (writers: readonly number[]) => string | null,
    decide: Decide<R>,
  ): Trial<R> {
    const { doc } = this;
    const found = examine(update, (client) => Y.getState(doc.store, client), JOURNEY);
    if (found.kind !== 'sound') return found;
    const because = against(found.writers);
    if (because !== null) return { kind: 'foreign', because };
    const bytes = found.repeats ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update;
    return this.#apply(bytes, found, decide);
  }

  /** Edits the document from within; returns the updates that made. */
  edit(change: (journey: JourneyDoc) => void): Uint8Array[] {
    const { journey } = this;
    const written: Uint8Array[] = [];
    const listen = (update: Uint8Array) => written.push(update);
    journey.doc.on('update', listen);
    try {
      journey.doc.transact(() => change(journey));
    } finally {
      journey.doc.off('update', listen);
      this.#meta = null;
    }
    return written;
  }

  /** Applies what was accepted elsewhere; false when some of it builds on what is not here. */
  absorb(updates: Iterable<Uint8Array>): boolean {
    if (!this.#journey) return true;
    const { doc } = this.#journey;
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    this.#meta = null;
    return doc.store.pendingStructs === null && doc.store.pendingDs === null;
  }

  /** Applies what may be known in part; returns the updates that hold what was news. */
  merge(updates: Iterable<Uint8Array>): Uint8Array[] {
    return this.edit(({ doc }) => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  }

  /** Forgets the copy; it is built anew when it is needed. */
  drop(): void {
    this.#journey?.doc.destroy();
    this.#journey = null;
    this.#meta = null;
  }

  #apply<R>(
    bytes: Uint8Array,
    { clients, writers }: { clients: readonly number[]; writers: readonly number[] },
    decide: Decide<R>,
  ): Trial<R> {
    const { journey, meta } = this;
    let changes: Changes | undefined;
    let refusal: R | null = null;
    let transactions = 0;
    this.#listen = (transaction) => {
      transactions += 1;
      if (transactions > 1) return;
      const made = changesOf(transaction, journey);
      if (isNothing(made, writers)) return;
      changes = made;
      refusal = decide(changes, beforeIn(transaction, journey, meta), journey);
    };
    try {
      Y.applyUpdate(journey.doc, bytes);
    } catch (cause) {
      this.drop();
      return { kind: 'malformed', cause };
    } finally {
      this.#listen = null;
    }
    const { pendingStructs, pendingDs } = journey.doc.store;
    // Yjs tidies formatted text up in a transaction of its own; plain text never needs it.
    if (pendingStructs !== null || pendingDs !== null || transactions > 1) {
      this.drop();
      return { kind: 'malformed' };
    }
    if (refusal !== null) {
      this.drop();
      return { kind: 'refused', refusal };
    }
    // TypeScript does not follow what the listener assigns.
    const seen = changes as Changes | undefined;
    if (!seen) return { kind: 'nothing', clients };
    if (seen.meta.size > 0) this.#meta = null;
    return { kind: 'accepted', bytes, writers, changes: seen, rules: meta };
  }

  #build(): JourneyDoc {
    const journey = openJourney(new Y.Doc());
    journey.doc.transact(() => {
      for (const update of this.accepted()) Y.applyUpdate(journey.doc, update);
    });
    // Before Yjs collects garbage, while every changed type still knows its place.
    journey.doc.on('afterTransaction', (transaction: Y.Transaction) => this.#listen?.(transaction));
    return journey;
  }
}

/** Items that came deleted change nothing anybody sees, but others may refer to them: they are kept. */
function isNothing(changes: Changes, writers: readonly number[]): boolean {
  return (
    writers.length === 0 &&
    changes.entries.length === 0 &&
    changes.meta.size === 0 &&
    changes.strange === null
  );
}
