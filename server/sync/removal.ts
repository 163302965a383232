import { CLOSE } from '../../lib/sync/close-codes.ts';
import type { DocumentName } from '../../lib/sync/protocol.ts';
import type { Connection } from './connection.ts';
import type { Logger } from './logger.ts';
import type { Room } from './room.ts';
import type { DocumentStore } from './store.ts';

/** Deletes documents with all that is kept of them. */
export class Removal {
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    private readonly deps: {
      store: Pick<DocumentStore, 'remove'>;
      logger: Logger;
      connections: ReadonlySet<Connection>;
      /** Resolves when nobody is writing the document anew. */
      settled(document: string): Promise<void>;
      room(document: string): Room | undefined;
      discard(room: Room): void;
    },
  ) {}

  /** Whether the document is being deleted just now: nobody comes in any more. */
  isOf(document: string): boolean {
    return this.#running.has(document);
  }

  /** Ends its sockets for good, and deletes it once nothing is on its way to the store. */
  of(document: DocumentName): Promise<void> {
    const held = this.#running.get(document);
    if (held) return held;
    const running = this.#run(document).finally(() => this.#running.delete(document));
    this.#running.set(document, running);
    return running;
  }

  /** The same, with nobody waiting for it. */
  soon(document: DocumentName): void {
    this.of(document).catch((cause) => {
      this.deps.logger.error(`What was left of ${document} could not be deleted.`, cause);
    });
  }

  async #run(document: DocumentName): Promise<void> {
    const { connections, store, settled, discard } = this.deps;
    await settled(document);
    for (const connection of connections) {
      if (connection.document === document) connection.close(CLOSE.documentUnknown);
    }
    const room = this.deps.room(document);
    if (room) {
      await room.ready.catch(() => {});
      await room.durable();
      discard(room);
    }
    await store.remove(document);
  }
}
