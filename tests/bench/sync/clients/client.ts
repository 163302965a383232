import { EventEmitter } from 'node:events';
import { eachMark, type Kind } from './marks.ts';
import { LightSocket, type Upgrade } from './socket.ts';

export interface Seat {
  port: number;
  room: string;
  /** This client's own number in its room. */
  number: number;
  /** Who it is among everybody on the server; default: its number. */
  user?: number;
  readOnly?: boolean;
}

/**
 * One simulated person on a server: joins, sends edits and pointers, and tells what arrives.
 *
 * Events: `joined` once everything there is has arrived, `mark(kind, who, sentAt)` for each edit or pointer
 * of another, `acknowledged(count)` when the server vouches for the first `count` messages it sent,
 * `end(code)`.
 */
export abstract class Client extends EventEmitter {
  readonly socket: LightSocket;
  joined = false;
  joinedAt = Number.NaN;
  /** Messages that the server counts, sent so far. */
  sent = 0;

  constructor(
    readonly seat: Seat,
    upgrade: Omit<Upgrade, 'port'>,
  ) {
    super();
    const found = (kind: Kind, who: number, sentAt: number) => {
      if (who !== seat.number) this.emit('mark', kind, who, sentAt);
    };
    this.socket = new LightSocket({ port: seat.port, ...upgrade });
    this.socket.on('open', () => this.hello());
    this.socket.on('frame', (frame: Buffer) => {
      if (this.joined) eachMark(frame, found);
      this.read(frame);
    });
    this.socket.on('end', (code: number) => this.emit('end', code));
  }

  /** Resolves when it has joined; rejects when the socket ends before. */
  ready(): Promise<this> {
    return new Promise((resolve, reject) => {
      if (this.joined) resolve(this);
      this.once('joined', () => resolve(this));
      this.once('end', (code) => reject(new Error(`The server closed a client with ${code}.`)));
    });
  }

  leave(): void {
    this.socket.destroy();
  }

  protected join(): void {
    this.joined = true;
    this.joinedAt = performance.now();
    this.emit('joined');
  }

  /** Sends one edit. */
  abstract edit(): void;
  /** Sends where one's pointer is. */
  abstract point(): void;
  /** What keeps a quiet client from being taken for dead, where the protocol wants something. */
  stayAlive(): void {}
  protected abstract hello(): void;
  protected abstract read(frame: Buffer): void;
}
