import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import type { FanOut } from './fan-out/index.ts';
import type { Content, Kind } from './kinds/index.ts';
import type { Logger } from './logger.ts';
import type { DocumentStore, Version } from './store.ts';

/** A room nobody is in any more, with everything in it durable. */
export interface EmptyRoom {
  readonly document: string;
  readonly kind: Kind;
  readonly version: Version;
  /** The rows of the log this room knows of. */
  readonly rows: readonly number[];
  /** Null when nobody needed it decoded: then nobody has written either. */
  readonly content: Content | null;
}

/** How long the state of an earlier epoch is kept for whoever comes back with edits of it, ms. */
export const KEEP_PAST = 30 * 24 * 60 * 60 * 1_000;
const A_DAY = 24 * 60 * 60 * 1_000;

/** Writes old documents anew, without their past, while nobody is in them. */
export class Renewal {
  #tidied = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly deps: {
      store: DocumentStore;
      logger: Logger;
      fanOut: Pick<FanOut, 'isFollowedElsewhere'>;
    },
  ) {}

  /**
   * Begins the document's next epoch when that is worth it. Nobody may enter the room until this resolves.
   * Nothing is lost: the store refuses when the document holds anything this room has not seen, and keeps
   * what it was. Never rejects: it is only tidying. Resolves with whether the document has a new epoch.
   */
  async consider({ document, kind, version, rows, content }: EmptyRoom): Promise<boolean> {
    const { store, logger, fanOut } = this.deps;
    try {
      await this.#tidy();
      if (!content?.renewal?.isWorthIt()) return false;
      if (await fanOut.isFollowedElsewhere(document)) return false;
      const fresh = content.renewal.renewed();
      await anotherTurn();
      if (!saysTheSame(fresh.state, kind, content)) {
        logger.error(`${document} would not say the same written anew; it stays as it is.`);
        return false;
      }
      await anotherTurn();
      const past = Y.encodeStateAsUpdate(content.doc);
      const isNew = await store.renew(document, version, { ...fresh, past }, rows);
      if (isNew) {
        const sizes = `${past.length} bytes before, ${fresh.state.length} now`;
        logger.info(`${document} is written anew as epoch ${version.epoch + 1}: ${sizes}.`);
      }
      return isNew;
    } catch (cause) {
      logger.warn(`${document} could not be written anew; it stays as it is.`, cause);
      return false;
    }
  }

  /** Once a day, when a room empties. */
  async #tidy(): Promise<void> {
    const now = Date.now();
    if (now - this.#tidied < A_DAY) return;
    this.#tidied = now;
    await this.deps.store.forgetPast(new Date(now - KEEP_PAST));
  }
}

/** The other rooms have their work to do too. */
const anotherTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Reads it back: a fault in writing anew must not reach the store. */
function saysTheSame(state: Uint8Array, kind: Kind, { doc }: Content): boolean {
  const copy = kind.open(new Y.Doc());
  Y.applyUpdate(copy.doc, state);
  const isSame = isDeepStrictEqual(copy.doc.toJSON(), doc.toJSON());
  copy.doc.destroy();
  return isSame;
}
