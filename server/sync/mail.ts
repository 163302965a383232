import { CLOSE } from '../../lib/sync/close-codes.ts';
import type { Connection, Message } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Intake } from './intake.ts';
import type { UpdateLog } from './log.ts';
import type { Logger } from './logger.ts';
import type { Presence } from './presence.ts';

export interface MailDeps {
  document: string;
  presence: Presence<Connection>;
  delivery: Delivery;
  intake: Intake;
  log: UpdateLog;
  logger: Logger;
}

/** What a room's clients have sent and nobody has worked off: one message of each in turn. */
export class Mail {
  readonly #waiting = new Set<Connection>();

  constructor(private readonly deps: MailDeps) {}

  add(connection: Connection): void {
    this.#waiting.add(connection);
  }

  remove(connection: Connection): void {
    this.#waiting.delete(connection);
  }

  /** Works one message off, of whoever has waited longest; returns whether there is more. */
  work(): boolean {
    const [connection] = this.#waiting;
    if (!connection) return false;
    this.#waiting.delete(connection);
    const message = connection.next();
    if (message) this.#handle(connection, message);
    if (connection.hasMail) this.#waiting.add(connection);
    else connection.workedOff();
    return this.#waiting.size > 0;
  }

  #handle(connection: Connection, message: Message): void {
    if (message.kind !== 'awareness' && !connection.mayWork('message')) return;
    const started = performance.now();
    try {
      this.#dispatch(connection, message);
    } catch (cause) {
      this.deps.logger.warn(`A message to ${this.deps.document} could not be read.`, cause);
      connection.close(CLOSE.malformed);
    }
    connection.charge(performance.now() - started);
  }

  #dispatch(connection: Connection, { kind, body }: Message): void {
    const { presence, delivery, intake, log } = this.deps;
    if (kind === 'awareness') {
      if (presence.receive(connection, body)) connection.mayWork('message');
    } else if (kind === 'queryAwareness') {
      const all = presence.all(connection);
      if (all) connection.send(all);
    } else if (kind === 'step1') {
      if (connection.mayWork('answer')) delivery.answer(connection, body);
    } else if (log.isFull) connection.close(CLOSE.unavailable);
    else intake.take(connection, body, kind === 'step2');
  }
}
