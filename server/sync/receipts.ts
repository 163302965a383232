import type { Connection } from './connection.ts';

/** Who waits for something to be durable: clients for their receipts, ourselves for promises. Positions are the ledger's. */
export class Receipts {
  readonly #owing = new Set<Connection>();
  #waiters: { position: number; resolve: () => void }[] = [];

  /** One more message of a client is to be receipted once everything up to `position` is durable. */
  owe(connection: Connection, position: number): void {
    connection.owe(position);
    this.#owing.add(connection);
  }

  /** Resolves once everything up to `position` is durable. */
  when(position: number): Promise<void> {
    return new Promise((resolve) => this.#waiters.push({ position, resolve }));
  }

  leave(connection: Connection): void {
    this.#owing.delete(connection);
  }

  /** Everything up to `durable` is. */
  settle(durable: number): void {
    for (const connection of this.#owing) {
      if (!connection.settle(durable)) this.#owing.delete(connection);
    }
    this.#waiters = this.#waiters.filter((waiter) => {
      if (waiter.position > durable) return true;
      waiter.resolve();
      return false;
    });
  }
}
