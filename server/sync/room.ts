import * as Y from 'yjs';
import { can } from '../../lib/auth/can.ts';
import { AppError } from '../../lib/errors.ts';
import { type JourneyDoc, openJourney, readMeta } from '../../lib/journey/document.ts';
import {
  type Author,
  anyoneMay,
  type Birth,
  beforeOf,
  birthOf,
  type Changes,
  type CheckDrawing,
  judge,
  type Refusal,
  wordsIn,
} from '../../lib/journey/judge/index.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { syncFrame } from '../../lib/sync/messages.ts';
import type { Connection } from './connection.ts';
import { Bucket, LIMITS } from './limits.ts';
import type { UpdateLog } from './log.ts';
import type { Logger } from './logger.ts';
import { Presence } from './presence.ts';
import { Relay } from './relay.ts';
import { Staging } from './staging.ts';
import type { DocumentStore } from './store.ts';
import { Tail } from './tail.ts';

export interface RoomDeps {
  store: DocumentStore;
  log: UpdateLog;
  logger: Logger;
  checkDrawing: CheckDrawing;
  /** The ids of everybody who may have written in the document. */
  memberIds(workshopId: string): Promise<string[]>;
  /** How long an edit waits for the store before it goes to the others, ms. */
  relayPatience: number;
  /** How many updates that are not taken each user may send. */
  faults: { perSecond: number; burst: number };
}

/** Removed cards whose birth is remembered, so that undo may bring back another's card. */
const REMEMBERED = 5_000;

/**
 * One live document: there is never a second copy of it in this process. Updates are tried on the
 * staging copy, judged, applied, logged and sent on; what is refused touches nothing.
 */
export class Room {
  /** Resolves once the document is loaded; everybody waits for the same promise. */
  readonly ready: Promise<void>;
  readonly presence = new Presence<Connection>(() => this.#joined);
  /** Everybody who came for this room, also those still waiting for it. */
  readonly here = new Set<Connection>();
  readonly #joined = new Set<Connection>();
  readonly #journey: JourneyDoc = openJourney(new Y.Doc());
  readonly #staging = new Staging(this.#journey.doc);
  readonly #relay: Relay;
  readonly #tail: Tail;
  readonly #removed = new Map<string, Birth>();
  /** By user: what each update that was not taken costs, since the staging copy is built anew after it. */
  readonly #faults = new Map<string, Bucket>();
  #members = new Set<string>();
  /** The whole document as a frame, until the next change: many come in at once. */
  #whole: Uint8Array | null = null;
  #accepted = 0;
  #durable = 0;
  #waiters: { position: number; resolve: () => void }[] = [];

  constructor(
    readonly document: string,
    readonly workshopId: string,
    private readonly deps: RoomDeps,
  ) {
    this.#relay = new Relay({
      patience: deps.relayPatience,
      send: (frame, from, to) => {
        for (const c of this.#joined) {
          if (c !== from && (to === 'writers') === can(c.actor, 'map.write')) c.send(frame);
        }
      },
    });
    this.#tail = new Tail(deps, document, () => this.state());
    this.ready = this.#load();
  }

  /** The document as accepted so far. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#journey.doc);
  }

  /** Resolves when everything accepted by now is durable; waits as long as the store is away. */
  durable(): Promise<void> {
    if (this.#durable >= this.#accepted) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ position: this.#accepted, resolve }));
  }

  get isDurable(): boolean {
    return this.#durable >= this.#accepted;
  }

  /** Lets an authorised connection in, once the room is ready. */
  join(connection: Connection): void {
    this.#joined.add(connection);
    if (connection.actor) this.#members.add(connection.actor.userId);
    connection.send(syncFrame('step1', Y.encodeStateVector(this.#journey.doc)));
    const others = this.presence.all(connection);
    if (others) connection.send(others);
    connection.admit(this);
  }

  leave(connection: Connection): void {
    this.here.delete(connection);
    if (this.#joined.delete(connection)) this.presence.leave(connection);
  }

  broadcast(frame: Uint8Array): void {
    for (const connection of this.#joined) connection.send(frame);
  }

  /** Answers sync step 1. Throws when the state vector cannot be read. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    if (stateVector.length > 1) {
      const lacking = Y.encodeStateAsUpdate(this.#journey.doc, stateVector);
      connection.send(syncFrame('step2', lacking));
      return;
    }
    this.#whole ??= syncFrame('step2', this.state());
    connection.send(this.#whole);
  }

  /** Takes a sync step 2 or an update from a connection. */
  submit(connection: Connection, update: Uint8Array, isStep2: boolean): void {
    if (this.#faults.get(connection.stamp.id)?.isSpent(Date.now())) {
      connection.close(CLOSE.tooMany);
      return;
    }
    const answersGap = isStep2 && connection.gap !== null;
    if (connection.gap && !isStep2) {
      // Whatever it sends before its answer is in the answer too.
      this.#askForGap(connection, false);
      return;
    }
    const trial = this.#staging.try(update);
    if (trial.kind === 'malformed') {
      this.#fault(connection);
      connection.close(CLOSE.malformed);
      return;
    }
    if (trial.kind === 'gap') {
      this.#fault(connection);
      this.#askForGap(connection, answersGap);
      return;
    }
    if (answersGap) connection.gap = null;
    if (trial.kind === 'changes') {
      const refusal = this.#judge(connection, trial.changes, trial.after, isStep2);
      if (refusal) {
        this.#staging.discard();
        this.#fault(connection);
        const texts = refusal.texts.length > 0 ? refusal.texts : wordsIn(update);
        connection.refuse({ ...refusal, texts });
        return;
      }
      this.#accept(connection, trial.bytes, trial.changes);
    }
    // Also for what changed nothing: it may repeat what is accepted but not durable yet.
    connection.owe(this.#accepted);
    connection.settle(this.#durable);
  }

  /** Writes state and log anew as one, when that is worth it. */
  compact(): Promise<void> {
    return this.#tail.compact();
  }

  destroy(): void {
    this.#relay.stop();
    this.presence.stop();
    this.#staging.discard();
    this.#journey.doc.destroy();
  }

  async #load(): Promise<void> {
    const [stored, members] = await Promise.all([
      this.deps.store.load(this.document),
      this.deps.memberIds(this.workshopId),
    ]);
    if (!stored) throw new AppError('workshopNotFound');
    for (const userId of members) this.#members.add(userId);
    this.#journey.doc.transact(() => {
      Y.applyUpdate(this.#journey.doc, stored.state);
      for (const { bytes } of stored.tail) Y.applyUpdate(this.#journey.doc, bytes);
    });
    this.#tail.version = { epoch: stored.epoch, generation: stored.generation };
    for (const { seq, bytes } of stored.tail) this.#tail.add(seq, bytes.length);
  }

  #judge(connection: Connection, changes: Changes, after: JourneyDoc, isStep2: boolean): Refusal | null {
    try {
      return judge(changes, this.#authorOf(connection), after, {
        before: beforeOf(this.#journey),
        checkDrawing: this.deps.checkDrawing,
        removed: this.#removed,
        mayBring: (authorId) => isStep2 && this.#members.has(authorId),
      });
    } catch (cause) {
      // What nobody could judge must not stay on the staging copy: later edits would build on it.
      this.deps.logger.error(`An update of ${this.document} could not be judged and is refused.`, cause);
      return { code: 'editInvalid', params: {}, texts: [] };
    }
  }

  #fault({ stamp }: Connection): void {
    const now = Date.now();
    const held = this.#faults.get(stamp.id) ?? new Bucket(this.deps.faults, now);
    this.#faults.set(stamp.id, held);
    held.take(now);
  }

  #accept(connection: Connection, bytes: Uint8Array, changes: Changes): void {
    const early = anyoneMay(changes, readMeta(this.#journey.meta));
    this.#remember(changes);
    Y.applyUpdate(this.#journey.doc, bytes, connection);
    this.#whole = null;
    this.#accepted += 1;
    const position = this.#accepted;
    this.#relay.push({ position, frame: syncFrame('update', bytes), from: connection, early });
    this.deps.log.append(this.document, bytes, (seq) => {
      this.#tail.add(seq, bytes.length);
      this.#committed(position);
    });
  }

  #committed(position: number): void {
    this.#durable = position;
    this.#relay.committed(position);
    for (const connection of this.#joined) connection.settle(position);
    this.#waiters = this.#waiters.filter((waiter) => {
      if (waiter.position > position) return true;
      waiter.resolve();
      return false;
    });
    if (this.#tail.isLong) void this.#tail.compact();
  }

  /** Call before the changes are applied. */
  #remember(changes: Changes): void {
    for (const { collection, key, whole } of changes.entries) {
      const birth = collection === 'cards' && whole ? birthOf(this.#journey.cards.get(key)) : undefined;
      if (!birth) continue;
      this.#removed.delete(key);
      this.#removed.set(key, birth);
      const oldest = this.#removed.keys().next().value;
      if (this.#removed.size > REMEMBERED && oldest !== undefined) this.#removed.delete(oldest);
    }
  }

  /**
   * An update builds on one that we never got: it is dropped and the client asked for all we lack. The
   * question goes out before the receipt, so the client never shows as saved what was dropped.
   */
  #askForGap(connection: Connection, again: boolean): void {
    const dropped = (connection.gap?.dropped ?? 0) + 1;
    if (again || dropped > LIMITS.gap) {
      connection.close(CLOSE.malformed);
      return;
    }
    if (!connection.gap) connection.send(syncFrame('step1', Y.encodeStateVector(this.#journey.doc)));
    connection.gap = { dropped };
    connection.owe(this.#accepted);
    connection.settle(this.#durable);
  }

  #authorOf({ actor }: Connection): Author {
    return {
      userId: actor?.userId ?? '',
      mayWrite: can(actor, 'map.write'),
      mayStructure: (structure) => can(actor, 'map.structure', { structure }),
      maySettings: can(actor, 'workshop.settings'),
    };
  }
}
