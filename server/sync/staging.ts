import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import { type Changes, changesOf } from '../../lib/journey/judge/index.ts';

/** What an update would do. `bytes` is exactly that, written anew: nothing a client hid beside it. */
export type Trial =
  | { kind: 'nothing' }
  | { kind: 'malformed'; cause?: unknown }
  /** It builds on something we have not got. */
  | { kind: 'gap' }
  | { kind: 'changes'; bytes: Uint8Array; changes: Changes; after: JourneyDoc };

/**
 * A second copy of a room's document on which updates are tried before anybody sees them. After a trial
 * with changes the caller either applies `bytes` to the real document or calls `discard`.
 */
export class Staging {
  #copy: JourneyDoc | null = null;
  #seen: Changes[] = [];
  #written: Uint8Array[] = [];

  constructor(private readonly accepted: Y.Doc) {}

  try(update: Uint8Array): Trial {
    this.#copy ??= this.#build();
    const copy = this.#copy;
    this.#seen = [];
    this.#written = [];
    try {
      // Reads to the end without believing a count: `applyUpdate` makes room for as many structs as
      // twenty bytes may claim, a quarter of a gigabyte of them.
      Y.decodeUpdate(update);
      Y.applyUpdate(copy.doc, update);
    } catch (cause) {
      this.discard();
      return { kind: 'malformed', cause };
    }
    const { pendingStructs, pendingDs } = copy.doc.store;
    if (pendingStructs !== null || pendingDs !== null) {
      this.discard();
      return { kind: 'gap' };
    }
    const [bytes, second] = this.#written;
    if (!bytes) return { kind: 'nothing' };
    const changes = this.#seen[0];
    // Yjs tidies formatted text up in a transaction of its own; plain text never needs it.
    if (second || !changes || this.#seen.length > 1) {
      this.discard();
      return { kind: 'malformed' };
    }
    return { kind: 'changes', bytes, changes, after: copy };
  }

  /** Forgets the copy; the next trial starts from the accepted document. */
  discard(): void {
    this.#copy?.doc.destroy();
    this.#copy = null;
  }

  #build(): JourneyDoc {
    const copy = openJourney(new Y.Doc());
    Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(this.accepted));
    // Before Yjs collects garbage, while every changed type still knows its place.
    copy.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      this.#seen.push(changesOf(transaction, copy));
    });
    copy.doc.on('update', (bytes: Uint8Array) => this.#written.push(bytes));
    return copy;
  }
}
