import type { IncomingMessage } from 'node:http';
import { isAppError } from '../../lib/errors.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { type Authorise, closeCodeOf } from './authorise.ts';
import type { Connection } from './connection.ts';

/**
 * Asks again whether sockets may be here. Needed when a change of rights on another node may not have been
 * heard; otherwise it closes them itself.
 */
export class Recheck {
  readonly #requests = new WeakMap<Connection, IncomingMessage>();
  #running = false;

  constructor(private readonly authorise: Authorise) {}

  /** @param request the one the connection was authorised by */
  remember(connection: Connection, request: IncomingMessage): void {
    this.#requests.set(connection, request);
  }

  /** One after the other; at most one round at a time. Never rejects. */
  async run(connections: ReadonlySet<Connection>): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (const connection of [...connections]) {
      const request = this.#requests.get(connection);
      if (request && connection.actor && !connection.closed) await this.#ask(connection, request);
    }
    this.#running = false;
  }

  async #ask(connection: Connection, request: IncomingMessage): Promise<void> {
    try {
      if (!connection.document) return;
      const now = await this.authorise(request, connection.document);
      if (!connection.isAdmittedAs(now)) connection.close(CLOSE.rightsChanged);
    } catch (error) {
      // A database that does not answer is no refusal.
      if (isAppError(error)) connection.close(closeCodeOf(error), error.code);
    }
  }
}
