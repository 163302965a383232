import * as Y from 'yjs';
import { AppError, isAppError } from '../../lib/errors.ts';
import { numberFrame } from '../../lib/sync/messages.ts';
import { Compaction } from './compaction.ts';
import type { Connection, Listener } from './connection.ts';
import { Copy } from './copy.ts';
import { Delivery, NO_UPDATE } from './delivery.ts';
import { Erasing, type Erasures } from './erasing.ts';
import { type Compacted, Follower } from './fan-out/index.ts';
import { Intake } from './intake.ts';
import type { Content, Kind } from './kinds/index.ts';
import { type Accepted, Ledger } from './ledger.ts';
import { loadRoom } from './loading.ts';
import { Mail } from './mail.ts';
import { Presence } from './presence.ts';
import { Receipts } from './receipts.ts';
import { Relay } from './relay.ts';
import type { EmptyRoom } from './renewal.ts';
import type { RoomDeps } from './room-deps.ts';
import type { StoredUpdate, Version } from './store.ts';
import type { Worker } from './turns.ts';

/** How long edits are gathered under load before they go on, ms: one write for several. */
const GATHER = 5;

/** How long after the room is there it is looked through for what was erased, ms. */
const AFTER_JOINING = 50;

/**
 * One live document: there is never a second room of it in this process. What clients send waits in their
 * inboxes until the end of the turn; what is accepted is logged and sent on.
 */
export class Room implements Listener, Worker {
  /** Resolves once the document is loaded; everybody waits for the same promise. */
  readonly ready: Promise<void>;
  readonly presence = new Presence<Connection>(
    () => this.#delivery.listening(),
    (states) => this.#follower.feed.presence(states),
  );
  /** Everybody who came for this room, also those still waiting for it. */
  readonly here = new Set<Connection>();
  readonly #kind: Kind;
  readonly #erasing: Erasing;
  readonly #mail: Mail;
  readonly #receipts = new Receipts();
  readonly #relay: Relay;
  readonly #delivery: Delivery;
  readonly #copy: Copy;
  readonly #follower: Follower;
  /** Durable since the end of the last turn: what other nodes are told. */
  #fresh: StoredUpdate[] = [];
  #ledger = new Ledger(NO_UPDATE);
  #compaction!: Compaction;
  #members = new Set<string>();
  #writing = 0;

  constructor(
    readonly document: string,
    readonly workshopId: string,
    private readonly deps: RoomDeps,
  ) {
    this.#relay = new Relay({
      patience: () => (deps.log.isSlow ? Math.min(GATHER, deps.relayPatience) : deps.relayPatience),
      send: (updates, to) => {
        this.#delivery.tell(updates, to);
        this.presence.goAlong();
      },
    });
    this.#kind = deps.kindOf(document);
    this.#copy = new Copy(this.#kind, () => this.#ledger.bytes());
    this.#delivery = new Delivery({
      copy: this.#copy,
      relayed: (to) => this.#relay.sent(to),
      notice: () => this.#erasing.notice,
      others: (connection) => this.presence.all(connection),
    });
    this.#erasing = new Erasing({
      ...deps,
      document,
      kind: this.#kind,
      content: () => this.#copy.content,
      compaction: () => this.#compaction,
      catchUp: async () => (deps.fanOut.isAlone ? undefined : this.catchUp()),
      write: (edit) => this.write(edit),
    });
    const intake = new Intake({
      ...deps,
      document,
      copy: this.#copy,
      isMember: (userId) => this.#members.has(userId),
      holderOf: (client) => this.presence.holderOf(client),
      accept: (connection, bytes, early) => this.#accept(bytes, connection, early),
      owe: (connection) => this.#owe(connection),
    });
    const { presence } = this;
    this.#mail = new Mail({ ...deps, document, presence, delivery: this.#delivery, intake });
    this.#follower = new Follower(this, deps.fanOut, {
      logger: deps.logger,
      lost: (cause) => deps.lost(this, isAppError(cause) && cause.code === this.#kind.missing),
    });
    this.ready = this.#load();
  }

  /** The document as accepted so far. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#copy.doc);
  }

  get epoch(): number {
    return this.#compaction.version.epoch;
  }

  /** Resolves when everything accepted by now is durable; waits as long as the store is away. */
  durable(): Promise<void> {
    if (this.isDurable) return Promise.resolve();
    return this.#receipts.when(this.#ledger.accepted);
  }

  /** Nobody is in it, and nobody edits it from within. */
  get isEmpty(): boolean {
    return this.here.size === 0 && this.#writing === 0;
  }

  get isDurable(): boolean {
    return this.#ledger.durable >= this.#ledger.accepted;
  }

  /** What writing it anew takes, once nobody is in it and everything is durable. */
  get asStored(): EmptyRoom {
    const { version, rows } = this.#compaction;
    const content = this.#copy.isBuilt ? this.#copy.content : null;
    return { document: this.document, kind: this.#kind, version, rows: [...rows.keys()], content };
  }

  /** Lets an authorised connection in, once the room is ready. */
  join(connection: Connection): void {
    this.#delivery.members.add(connection);
    if (connection.actor) this.#members.add(connection.actor.userId);
    connection.room = this;
    connection.send(numberFrame('epoch', this.epoch));
    const others = this.presence.all(connection);
    if (others) connection.send(others);
    if (connection.hasMail) this.waiting(connection);
  }

  leave(connection: Connection): void {
    this.here.delete(connection);
    this.#mail.remove(connection);
    this.#receipts.leave(connection);
    if (this.#delivery.members.delete(connection)) this.presence.leave(connection);
    if (this.here.size === 0) this.deps.observe?.left(this.document);
  }

  broadcast(frame: Uint8Array): void {
    this.#delivery.broadcast(frame);
  }

  waiting(connection: Connection): void {
    this.#mail.add(connection);
    this.deps.turns.add(this);
  }

  drained(connection: Connection): void {
    this.#delivery.drained(connection);
  }

  /** One message, of whoever has waited longest. */
  work(): boolean {
    return this.#mail.work();
  }

  /** Lets the server itself edit the document, without a judge; durable when it resolves. */
  async write(edit: (content: Content) => void): Promise<void> {
    this.#writing += 1;
    try {
      await this.ready;
      if (!this.deps.fanOut.isAlone) await this.catchUp();
      for (const bytes of this.#copy.edit(edit)) this.#accept(bytes, null, false);
      await this.durable();
    } finally {
      this.#writing -= 1;
      this.deps.done(this);
    }
  }

  /** Removes what was erased for good, and tells nobody; resolves with how many cards that were. */
  async erase(erasures: Erasures): Promise<number> {
    this.#erasing.learn(erasures);
    await this.ready;
    return this.#erasing.erase();
  }

  /** Something was erased: from now on it is refused here. */
  learn(erasures: Erasures): void {
    this.#erasing.learn(erasures);
  }

  /** Takes in what other nodes made durable; what is known already is passed over. */
  absorb(rows: readonly StoredUpdate[]): void {
    const unseen = rows.filter(({ seq }) => !this.#compaction.rows.has(seq));
    if (unseen.length === 0) return;
    // Cannot happen while messages come in order; should it all the same, the log has the rest.
    if (!this.#copy.absorb(unseen.map((row) => row.bytes))) this.#follower.missed();
    for (const { seq, bytes } of unseen) {
      this.#compaction.add(seq, bytes.length);
      this.#pushOn(this.#ledger.add(bytes, true), null, false);
    }
    this.#erasing.absorbed();
    this.#settleSoon();
  }

  /** Takes in what the log has and this node has not. Rejects when the document has moved on from under it. */
  async catchUp(): Promise<void> {
    await this.ready;
    const missed = await this.#compaction.missed();
    if (!missed) throw new AppError(this.#kind.missing);
    if (missed.epoch !== this.epoch) throw new AppError('roomUnavailable');
    if (!missed.state) {
      this.absorb(missed.rows);
      return;
    }
    // Another node has compacted. We know most of it: only what is news goes on.
    for (const bytes of this.#copy.merge([missed.state, ...missed.rows.map((row) => row.bytes)])) {
      this.#pushOn(this.#ledger.add(bytes, true), null, false);
    }
    this.#compaction.moveTo(missed);
    this.#erasing.absorbed();
    this.#settleSoon();
  }

  /** Takes over another node's compaction; false when it covers rows this room has not seen. */
  adopt(compacted: Compacted): boolean {
    return this.#compaction.adopt(compacted);
  }

  /** A node that has opened the room just before this one wrote it anew is to see that at once. */
  tellRenewed(): void {
    const { epoch, generation } = this.#compaction.version;
    this.#follower.feed.compacted({ epoch: epoch + 1, generation: generation + 1, covered: [] });
  }

  /** Somebody may have joined, or something been erased, by another node. */
  async renewWhatItKnows(): Promise<void> {
    const { memberIds, erasures } = this.deps;
    for (const userId of await memberIds(this.workshopId)) this.#members.add(userId);
    const notice = this.#kind.erased && this.#erasing.heardLate(await erasures(this.workshopId));
    if (notice) this.broadcast(notice);
  }

  /** Writes state and log anew as one, when that is worth it. */
  async compact(): Promise<void> {
    if (this.#compaction.isWorthIt) await this.#compaction.run();
  }

  destroy(): void {
    this.deps.turns.remove(this);
    this.#relay.stop();
    this.presence.stop();
    this.#erasing.stop();
    this.#follower.stop();
    this.#copy.drop();
  }

  async #load(): Promise<void> {
    const { stored, members, erasures } = await loadRoom(this.deps, {
      document: this.document,
      workshopId: this.workshopId,
      kind: this.#kind,
    });
    for (const userId of members) this.#members.add(userId);
    const { genesis, state, tail } = stored;
    this.#ledger = new Ledger(state);
    this.#delivery.begin(this.#ledger, genesis);
    this.#compaction = this.#compactionAt(stored);
    for (const { seq, bytes } of tail) {
      this.#ledger.add(bytes, true);
      this.#compaction.add(seq, bytes.length);
    }
    this.#relay.begin(this.#ledger.accepted);
    // A node that had not heard may have written it after it was erased.
    if (erasures) this.#erasing.learn(erasures);
    this.#erasing.sweep(AFTER_JOINING);
  }

  #compactionAt({ epoch, generation }: Version): Compaction {
    return new Compaction(
      {
        ...this.deps,
        document: this.document,
        ledger: this.#ledger,
        encode: () => this.state(),
        sentToAll: () => this.#relay.sent('readers'),
        catchUp: () => this.catchUp(),
        tell: (compacted) => this.#follower.feed.compacted(compacted),
        // Not all nodes at once: the others take over what the first has done.
        spread: this.deps.fanOut.isAlone ? 1 : 1 + Math.random() / 4,
      },
      { epoch, generation },
    );
  }

  #accept(bytes: Uint8Array, connection: Connection | null, early: boolean): void {
    const entry = this.#ledger.add(bytes);
    this.deps.observe?.edited(this.document);
    this.#pushOn(entry, connection, early);
    this.deps.log.append(this.document, this.epoch, entry.bytes, (seq) => {
      this.#ledger.markDurable(entry);
      this.#compaction.add(seq, bytes.length);
      this.#fresh.push({ seq, bytes: entry.bytes });
      this.#settleSoon();
    });
  }

  #pushOn({ position, frame }: Accepted, from: Connection | null, early: boolean): void {
    this.#relay.push({ position, frame, from, early });
  }

  #owe(connection: Connection): void {
    this.#receipts.owe(connection, this.#ledger.accepted);
    // Also for what changed nothing: it may repeat what is accepted but not durable yet.
    if (this.isDurable) this.#settleSoon();
  }

  #settleSoon(): void {
    this.deps.turns.add(this);
  }

  /** Sends on and receipts what may go. */
  endTurn(): void {
    if (this.#fresh.length > 0) this.#follower.feed.committed(this.#fresh.splice(0));
    const { durable } = this.#ledger;
    this.#relay.committed(durable);
    this.#ledger.sent(this.#relay.sent('readers'));
    this.#receipts.settle(durable);
    if (this.#compaction.isLong) void this.#compaction.run();
  }
}
