/** Something with frames to write: a connection. */
export interface Sender {
  flush(): void;
}

/** Who has frames to write at the end of this turn of the event loop: one write for each socket. */
export class Outbox {
  #senders = new Set<Sender>();

  constructor(private readonly schedule: () => void) {}

  add(sender: Sender): void {
    if (this.#senders.size === 0) this.schedule();
    this.#senders.add(sender);
  }

  flush(): void {
    const senders = this.#senders;
    this.#senders = new Set();
    for (const sender of senders) sender.flush();
  }
}
