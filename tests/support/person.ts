import type { Author } from '../../lib/journey/judge/index.ts';
import type { Lost } from '../../lib/journey/merge/index.ts';
import { type JourneySession, openSession, type Remains } from '../../lib/sync/client/index.ts';
import type { Refused } from '../../lib/sync/messages.ts';
import { DOCUMENT } from './network.ts';
import type { SocketServer } from './sockets.ts';

export interface PersonOptions {
  past(epoch: number): Promise<Uint8Array | null>;
  author?: Author | null;
  after?: Remains;
}

/** Somebody at a browser: opens sessions as the map's page does, one after the other, and can pull the plug. */
export class Person {
  session: JourneySession;
  lost: Lost[] = [];
  refusals: Refused[] = [];
  /** How often the document was written anew under their feet. */
  renewals = 0;
  #plugged = true;
  #sockets = new Set<WebSocket>();

  constructor(
    private readonly server: SocketServer,
    readonly userId: string,
    private readonly options: PersonOptions,
  ) {
    this.session = this.#open(options.after);
  }

  get isSaved(): boolean {
    return this.session.state.get().kind === 'saved';
  }

  unplug(): void {
    this.#plugged = false;
    for (const socket of this.#sockets) socket.close();
  }

  plug(): void {
    this.#plugged = true;
  }

  /** Closes the tab. */
  leave(): void {
    this.session.destroy();
  }

  #open(after?: Remains): JourneySession {
    const { server, userId, options } = this;
    const isPlugged = () => this.#plugged;
    const sockets = this.#sockets;
    const session = openSession({
      url: server.url,
      document: DOCUMENT,
      user: { id: userId, name: userId },
      readOnly: false,
      carry: { past: options.past, author: options.author ?? null },
      after,
      WebSocket: class extends server.socketOf(userId) {
        constructor(url: string | URL) {
          // Nobody listens there.
          super(isPlugged() ? url : 'ws://127.0.0.1:9/');
          sockets.add(this);
          this.addEventListener('close', () => sockets.delete(this));
        }
      },
    });
    const anew = () => {
      const remains = session.remains();
      session.destroy();
      this.session = this.#open(remains);
    };
    session.onRefused((refused) => {
      this.refusals.push(refused);
      anew();
    });
    session.onRenewed(() => {
      this.renewals += 1;
      anew();
    });
    session.onLost((lost) => this.lost.push(...lost));
    return session;
  }
}
