import * as Y from 'yjs';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { syncFrame } from '../../lib/sync/messages.ts';
import type { Connection } from './connection.ts';
import type { Copy } from './copy.ts';
import { Frames } from './frames.ts';
import type { Ledger } from './ledger.ts';
import { LIMITS } from './limits.ts';
import type { Audience, Held } from './relay.ts';

export interface DeliveryDeps {
  copy: Copy;
  /** Up to which position an audience has been told. */
  relayed(to: Audience): number;
  /** What whoever has the document is told once; null when there is nothing. */
  notice(): Uint8Array | null;
  /** The presence of everybody else; null when alone. */
  others(connection: Connection): Frames | null;
}

/** A document that does not name anybody's items, as a state vector. */
const NOTHING = Uint8Array.of(0);
/** An update with nothing in it. */
export const NO_UPDATE = Uint8Array.of(0, 0);
/** How long after the first writer came the document is decoded, ms. */
const WARM_UP = 50;

/**
 * Who of a room gets which bytes: newcomers the document, the others what is new, and whoever does not
 * read nothing more until it has, and then what it lacks.
 */
export class Delivery {
  readonly members = new Set<Connection>();
  #ledger: Ledger | null = null;
  #genesis: number | null = null;

  constructor(private readonly deps: DeliveryDeps) {}

  /** The room is loaded. `genesis`: the client id its epoch was written under; null in the first. */
  begin(ledger: Ledger, genesis: number | null): void {
    this.#ledger = ledger;
    this.#genesis = genesis;
  }

  /** Everybody who reads. */
  *listening(): Iterable<Connection> {
    for (const connection of this.members) if (!connection.behind) yield connection;
  }

  broadcast(frame: Uint8Array): void {
    const frames = new Frames([frame]);
    for (const connection of this.members) connection.send(frames);
  }

  /** Sends updates to an audience, to each without its own. */
  tell(updates: readonly Held[], to: Audience): void {
    const all = new Frames(updates.map((update) => update.frame));
    const authors = new Set(updates.map((update) => update.from));
    for (const connection of this.members) {
      if (!connection.isCurrent || connection.behind || audienceOf(connection) !== to) continue;
      const own = authors.has(connection);
      const frames = own ? all.only((i) => updates[i]?.from !== connection) : all;
      if (frames.frames.length > 0) connection.send(frames);
      if (connection.unread > LIMITS.behind) this.#fallBehind(connection);
    }
  }

  /** Answers sync step 1, and asks what the client has that we have not. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    const { copy } = this.deps;
    if (stateVector.length > LIMITS.stateVector) {
      connection.close(CLOSE.tooMany);
      return;
    }
    const isNew = stateVector.length <= NOTHING.length;
    if (!isNew && this.#genesis !== null && !Y.decodeStateVector(stateVector).has(this.#genesis)) {
      connection.close(CLOSE.renewed);
      return;
    }
    if (connection.behind || connection.unread > LIMITS.behind) {
      // Whoever does not read is answered when it has, and not once for each time it asked.
      this.#fallBehind(connection).asks = stateVector.slice();
      return;
    }
    this.#bring(connection, isNew ? null : stateVector);
    connection.send(syncFrame('step2', NO_UPDATE));
    const notice = this.deps.notice();
    if (notice) connection.send(notice);
    // Whoever has nothing is asked for all it has: so nobody waits for us to decode the document.
    const ours = isNew && !copy.isBuilt ? NOTHING : Y.encodeStateVector(copy.doc);
    connection.send(syncFrame('step1', ours));
    if (!copy.isBuilt && audienceOf(connection) === 'writers') this.#warmUp();
  }

  /** It reads again. */
  drained(connection: Connection): void {
    if (!connection.behind) return;
    const { has, asks } = connection.behind;
    connection.behind = null;
    if (asks) this.answer(connection, asks);
    else this.#catchUp(connection, has);
    const others = this.deps.others(connection);
    if (others) connection.send(others);
  }

  /** Brings a client to where its audience is; from there on it gets updates as they come. */
  #bring(connection: Connection, stateVector: Uint8Array | null): void {
    const { copy, relayed } = this.deps;
    if (stateVector === null || relayed(audienceOf(connection)) < (this.#ledger?.accepted ?? 0)) {
      // When something accepted is not for everybody yet the copy may not answer: it gets all that is.
      this.#catchUp(connection, -1);
      return;
    }
    connection.send(syncFrame('update', Y.encodeStateAsUpdate(copy.doc, stateVector)));
    connection.isCurrent = true;
  }

  #catchUp(connection: Connection, has: number): void {
    const to = this.deps.relayed(audienceOf(connection));
    for (const frames of this.#ledger?.since(has, to) ?? []) connection.send(frames);
    connection.isCurrent = true;
  }

  #fallBehind(connection: Connection) {
    const has = connection.isCurrent ? this.deps.relayed(audienceOf(connection)) : -1;
    connection.behind ??= { since: Date.now(), has, asks: null };
    return connection.behind;
  }

  /** Decodes the document before the first edit comes, but after the joiners have it. */
  #warmUp(): void {
    setTimeout(() => {
      if (this.members.size > 0) this.deps.copy.warm();
    }, WARM_UP).unref();
  }
}

/** Readers are told only what is durable: should it be lost, they could not bring it back. */
const audienceOf = (connection: Connection): Audience => (connection.mayWrite ? 'writers' : 'readers');
