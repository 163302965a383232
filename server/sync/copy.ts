import * as Y from 'yjs';
import { examine, type Finding, type Pair } from './examine.ts';
import type { Change, Content, Kind } from './kinds/index.ts';

export type Trial<R> =
  /** Nothing we have not got; `clients`: whose items it repeats. */
  | { kind: 'nothing'; clients: readonly number[] }
  | { kind: 'malformed'; cause?: unknown }
  | { kind: 'strange' }
  | { kind: 'gap' }
  /** It has new items under a client id that is not the sender's to use: what `owns` said of it. */
  | { kind: 'foreign'; because: string }
  | { kind: 'refused'; refusal: R }
  /**
   * `bytes`: the update as it came, less what was known and what is erased; `writers`: the client ids it has items of;
   * `anyoneMay`: any writer could have made it.
   */
  | { kind: 'accepted'; bytes: Uint8Array; writers: readonly number[]; anyoneMay: boolean };

type Sound = Finding & { kind: 'sound' };

/** Decides on what a transaction did, while what it deleted can still be read: null to let it stand. */
export type Decide<R> = (change: Change) => R | null;

/**
 * The one decoded copy of a room's document. An update is examined, applied, and judged inside its
 * transaction; when it may not stand the copy is thrown away and built anew from the accepted bytes
 * when it is next needed.
 */
export class Copy {
  #content: Content | null = null;
  #listen: ((transaction: Y.Transaction) => void) | null = null;

  /** `accepted` gives the bytes of everything accepted: the state, then the updates since. */
  constructor(
    private readonly kind: Kind,
    private readonly accepted: () => Iterable<Uint8Array>,
  ) {}

  get isBuilt(): boolean {
    return this.#content !== null;
  }

  get content(): Content {
    this.#content ??= this.#build();
    return this.#content;
  }

  get doc(): Y.Doc {
    return this.content.doc;
  }

  /** Builds it now rather than when it is needed. */
  warm(): void {
    this.#content ??= this.#build();
  }

  /** Tries an update from outside. `against`: why its sender may not write as these client ids, or null. */
  try<R>(
    update: Uint8Array,
    against: (writers: readonly number[]) => string | null,
    decide: Decide<R>,
  ): Trial<R> {
    const { doc } = this;
    const found = examine(update, (client) => Y.getState(doc.store, client), this.kind.grammar);
    if (found.kind !== 'sound') return found;
    const because = against(found.writers);
    if (because !== null) return { kind: 'foreign', because };
    if (!found.repeats) return this.#apply(update, found, decide);
    // Where an item is cut, what is left of it follows upon what we have under that id: perhaps not what it says.
    const bytes = Y.diffUpdate(update, Y.encodeStateVector(doc));
    const cut = examine(bytes, (client) => Y.getState(doc.store, client), this.kind.grammar);
    if (cut.kind !== 'sound') return cut;
    return this.#apply(bytes, { ...found, between: cut.between }, decide);
  }

  /** Edits the document from within; returns the updates that made. */
  edit(change: (content: Content) => void): Uint8Array[] {
    const { content } = this;
    const written: Uint8Array[] = [];
    const listen = (update: Uint8Array) => written.push(update);
    content.doc.on('update', listen);
    try {
      content.doc.transact(() => change(content));
    } finally {
      content.doc.off('update', listen);
    }
    return written;
  }

  /** Applies what was accepted elsewhere; false when some of it builds on what is not here. */
  absorb(updates: Iterable<Uint8Array>): boolean {
    if (!this.#content) return true;
    const { doc } = this.#content;
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
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
    this.#content?.doc.destroy();
    this.#content = null;
  }

  #apply<R>(bytes: Uint8Array, { clients, writers, between }: Sound, decide: Decide<R>): Trial<R> {
    const { content } = this;
    const { doc } = content;
    const isCleansed = this.kind.erased?.isEmpty === false;
    let made: { anyoneMay: boolean; before: Uint8Array | null } | undefined;
    let refusal: R | null = null;
    let transactions = 0;
    let isTorn = false;
    this.#listen = (transaction) => {
      transactions += 1;
      if (transactions > 1) return;
      isTorn = standsInTwoPlaces(doc, between);
      if (isTorn) return;
      const change = content.inspect(transaction);
      // Items that came deleted change nothing anybody sees, but others may refer to them: they are kept.
      if (writers.length === 0 && change.isNothing) return;
      refusal = decide(change);
      made = {
        anyoneMay: refusal === null && change.anyoneMay(),
        before: isCleansed ? Y.encodeStateVector(transaction.beforeState) : null,
      };
    };
    try {
      Y.applyUpdate(doc, bytes);
    } catch (cause) {
      this.drop();
      return { kind: 'malformed', cause };
    } finally {
      this.#listen = null;
    }
    const { pendingStructs, pendingDs } = doc.store;
    // Yjs tidies formatted text up in a transaction of its own; plain text never needs it.
    if (pendingStructs !== null || pendingDs !== null || transactions > 1) {
      this.drop();
      return { kind: 'malformed' };
    }
    if (isTorn) {
      this.drop();
      return { kind: 'strange' };
    }
    if (refusal !== null) {
      this.drop();
      return { kind: 'refused', refusal };
    }
    // TypeScript does not follow what the listener assigns.
    const seen = made as { anyoneMay: boolean; before: Uint8Array | null } | undefined;
    if (!seen) return { kind: 'nothing', clients };
    const { anyoneMay, before } = seen;
    // Words written into what is gone by now must not get into the log.
    const clean = before && bringsDead(doc, writers, before) ? Y.encodeStateAsUpdate(doc, before) : bytes;
    return { kind: 'accepted', bytes: clean, writers, anyoneMay };
  }

  #build(): Content {
    const content = this.kind.open(new Y.Doc());
    const { doc } = content;
    doc.transact(() => {
      for (const update of this.accepted()) Y.applyUpdate(doc, update);
    });
    // Before Yjs collects garbage, while every changed type still knows its place.
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#listen?.(transaction));
    return content;
  }
}

/**
 * Whether an item says of itself that it lies between two that have not the same parent and key. Yjs places
 * it by what it finds, and that is not the same before and after one of the two is forgotten: documents
 * would part. Where a parent is gone its children are too, all of them.
 */
function standsInTwoPlaces({ store }: Y.Doc, between: readonly Pair[]): boolean {
  return between.some(([leftClient, leftClock, rightClient, rightClock]) => {
    const left: Y.Item | Y.GC = Y.getItem(store, Y.createID(leftClient, leftClock));
    const right: Y.Item | Y.GC = Y.getItem(store, Y.createID(rightClient, rightClock));
    if (!(left instanceof Y.Item && right instanceof Y.Item))
      return left instanceof Y.Item || right instanceof Y.Item;
    return left.parent !== right.parent || left.parentSub !== right.parentSub;
  });
}

/** Whether any item of these clients that is new since `before` is deleted already. */
function bringsDead(doc: Y.Doc, writers: readonly number[], before: Uint8Array): boolean {
  const had = Y.decodeStateVector(before);
  return writers.some((client) => {
    const structs = doc.store.clients.get(client) ?? [];
    for (let i = structs.length - 1; i >= 0; i -= 1) {
      const struct = structs[i] as Y.Item | Y.GC;
      if (struct.id.clock + struct.length <= (had.get(client) ?? 0)) return false;
      if (struct.deleted) return true;
    }
    return false;
  });
}
