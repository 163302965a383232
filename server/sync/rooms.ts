import { AppError, isAppError } from '../../lib/errors.ts';
import type { ErasedIds } from '../../lib/journey/erased.ts';
import type { Rooms } from '../../lib/runtime.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { noticeFrame } from '../../lib/sync/messages.ts';
import {
  type DocumentName,
  type MapDocument,
  mapDocuments,
  type Notice,
  partsOf,
} from '../../lib/sync/protocol.ts';
import type { Connection } from './connection.ts';
import type { Erasures } from './erasing.ts';
import type { Order } from './fan-out/index.ts';
import { concerns } from './orders.ts';
import { Removal } from './removal.ts';
import type { Renewal } from './renewal.ts';
import { Room } from './room.ts';
import type { RoomDeps } from './room-deps.ts';
import { loadWhole, merged } from './stale.ts';
import { within } from './within.ts';

export interface RoomsOptions extends Omit<RoomDeps, 'lost' | 'done'> {
  /** How long an empty room stays in memory, ms: people reload. */
  linger: number;
  /** How long `read` waits for the store, ms. */
  readPatience: number;
  /** How long `erase` does. */
  erasePatience: number;
  renewal: Renewal;
  /** Every socket there is, also those not authorised yet. */
  connections: ReadonlySet<Connection>;
}

/** How often an erasure is begun anew because the document had just been written anew. */
const MOVES = 4;

/** The open rooms. A room leaves memory only when it is empty and its last write has succeeded. */
export class OpenRooms implements Rooms {
  readonly #rooms = new Map<string, Room>();
  readonly #retiring = new Set<Room>();
  /** Documents that may be written anew just now: whoever comes for one waits until it is decided. */
  readonly #renewing = new Map<string, Promise<boolean>>();
  readonly #removal: Removal;
  readonly #lingering = new Map<Room, ReturnType<typeof setTimeout>>();

  constructor(private readonly options: RoomsOptions) {
    this.#removal = new Removal({
      ...options,
      settled: async (document) => void (await this.#renewing.get(document)),
      room: (document) => this.#rooms.get(document),
      discard: (room) => this.#discard(room),
    });
    options.fanOut.onOrder((order) => this.#obey(order));
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** Brings an authorised connection into its room, once that is loaded. Throws AppError. */
  async enter(document: DocumentName, connection: Connection): Promise<void> {
    const renewing = this.#renewing.get(document);
    if (renewing) await renewing;
    if (this.#removal.isOf(document)) throw new AppError(this.options.kindOf(document).missing);
    if (connection.closed) return;
    const room = this.#open(document, connection.workshopId ?? '');
    room.here.add(connection);
    try {
      await room.ready;
    } catch (cause) {
      this.#forget(room);
      throw isAppError(cause) ? cause : new AppError('roomUnavailable', {}, { cause });
    }
    if (connection.closed) {
      this.leave(document, connection);
      return;
    }
    room.join(connection);
  }

  leave(document: DocumentName, connection: Connection): void {
    const room = this.#rooms.get(document);
    if (!room) return;
    room.leave(connection);
    this.#linger(room);
  }

  broadcast(frame: Uint8Array): void {
    for (const room of this.#rooms.values()) room.broadcast(frame);
  }

  async read(document: DocumentName): Promise<Uint8Array> {
    const room = this.#rooms.get(document);
    const { store, logger, fanOut, readPatience, kindOf } = this.options;
    try {
      if (room) {
        await within(room.ready, readPatience);
        if (!fanOut.isAlone) await within(room.catchUp(), readPatience);
        const state = room.state();
        await within(room.durable(), readPatience);
        return state;
      }
      const kind = kindOf(document);
      const stored = await within(loadWhole(store, logger, document, kind), readPatience);
      if (!stored) throw new AppError(kind.missing);
      return merged([stored.state, ...stored.tail.map((row) => row.bytes)]);
    } catch (cause) {
      throw isAppError(cause) ? cause : new AppError('roomUnavailable', {}, { cause });
    }
  }

  async past(document: DocumentName, epoch: number): Promise<Uint8Array> {
    const { store, readPatience } = this.options;
    const state = await within(store.past(document, epoch), readPatience).catch((cause: unknown) => {
      throw new AppError('roomUnavailable', {}, { cause });
    });
    if (!state) throw new AppError('pastGone');
    return state;
  }

  async erase(
    workshopId: string,
    { interviewIds = [], findingIds, cardIds = [] }: Pick<ErasedIds, 'findingIds'> & Partial<ErasedIds>,
  ): Promise<{ cards: number }> {
    const erasures = { mark: Date.now(), interviewIds, findingIds, cardIds };
    this.#order({ type: 'erased', workshopId, ...erasures });
    let cards = 0;
    for (const document of mapDocuments(workshopId))
      cards += await this.#eraseFrom(document, workshopId, erasures);
    return { cards };
  }

  /** From one of the workshop's maps; it need not have a to-be map. */
  async #eraseFrom(document: MapDocument, workshopId: string, erasures: Erasures): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#renewing.get(document);
      const room = this.#open(document, workshopId);
      try {
        const cards = await within(room.erase(erasures), this.options.erasePatience);
        this.notify(document, { type: 'erased', ...erasures });
        return cards;
      } catch (cause) {
        if (isAppError(cause) && cause.code === 'toBeMissing') {
          this.#forget(room);
          return 0;
        }
        // Another node had just written it anew: once more, with the room that follows.
        const isMoved = this.#rooms.get(document) !== room && attempt < MOVES;
        if (!isMoved) throw isAppError(cause) ? cause : new AppError('roomUnavailable', {}, { cause });
      }
    }
  }

  async remove(document: DocumentName): Promise<void> {
    this.#order({ type: 'removed', document });
    await within(this.#removal.of(document), this.options.readPatience).catch((cause: unknown) => {
      throw new AppError('roomUnavailable', {}, { cause });
    });
  }

  async restore(document: DocumentName, state: Uint8Array): Promise<Uint8Array> {
    await this.#renewing.get(document);
    const room = this.#open(document, partsOf(document).id);
    let before: Uint8Array = new Uint8Array();
    try {
      await within(
        room.write((live) => {
          before = room.state();
          live.restore?.(state);
        }),
        this.options.readPatience,
      );
      return before;
    } catch (cause) {
      if (isAppError(cause) && cause.code === this.options.kindOf(document).missing) this.#forget(room);
      throw isAppError(cause) ? cause : new AppError('roomUnavailable', {}, { cause });
    }
  }

  rightsChanged(workshopId: string, userId?: string): void {
    this.#order({ type: 'rightsChanged', workshopId, userId });
  }

  documentChanged(document: DocumentName): void {
    this.#order({ type: 'documentChanged', document });
  }

  userChanged(userId: string): void {
    this.#order({ type: 'userChanged', userId });
  }

  notify(document: DocumentName, notice: Notice): void {
    this.#order({ type: 'notify', document, notice });
  }

  /** Notices of other nodes may have been lost: everybody fetches everything anew. */
  renotify(): void {
    for (const type of ['findings', 'snapshots', 'members'] as const) this.broadcast(noticeFrame({ type }));
    for (const room of this.#rooms.values()) this.#renewMembers(room);
  }

  /** For the end of the process: timers off, documents freed. */
  destroy(): void {
    for (const timer of this.#lingering.values()) clearTimeout(timer);
    for (const room of this.#rooms.values()) room.destroy();
    this.#rooms.clear();
  }

  #open(document: DocumentName, workshopId: string): Room {
    const held = this.#rooms.get(document);
    if (held) return held;
    const room = new Room(document, workshopId, {
      ...this.options,
      lost: (lost, isGone) => {
        this.#discard(lost);
        // What this node has written since must not outlive it.
        if (isGone) this.#removal.soon(document);
      },
      done: (done) => this.#linger(done),
    });
    // Whoever enters awaits it and gets the reason; without this it would also be an unhandled rejection.
    room.ready.catch(() => {});
    this.#rooms.set(document, room);
    return room;
  }

  /** Nobody keeps a room that could not be loaded: the next to come tries anew. */
  #forget(room: Room): void {
    if (this.#rooms.get(room.document) === room) this.#rooms.delete(room.document);
    clearTimeout(this.#lingering.get(room));
    this.#lingering.delete(room);
    room.destroy();
  }

  /** An empty room stays a while: people reload. */
  #linger(room: Room): void {
    if (!room.isEmpty) return;
    clearTimeout(this.#lingering.get(room));
    const timer = setTimeout(() => {
      this.#lingering.delete(room);
      void this.#retire(room);
    }, this.options.linger);
    timer.unref();
    this.#lingering.set(room, timer);
  }

  /** Here and on every other node. */
  #order(order: Order): void {
    this.#obey(order);
    this.options.fanOut.tell(order);
  }

  #obey(order: Order): void {
    if (order.type === 'notify') {
      const room = this.#rooms.get(order.document);
      room?.broadcast(noticeFrame(order.notice));
      if (room && order.notice.type === 'members') this.#renewMembers(room);
      return;
    }
    if (order.type === 'erased') {
      const { type: _, workshopId, ...erasures } = order;
      for (const document of mapDocuments(workshopId)) this.#rooms.get(document)?.learn(erasures);
      return;
    }
    if (order.type === 'removed') {
      this.#removal.soon(order.document);
      return;
    }
    for (const connection of this.options.connections) {
      if (concerns(order, connection)) connection.close(CLOSE.rightsChanged);
    }
  }

  #renewMembers(room: Room): void {
    room.renewWhatItKnows().catch((cause) => {
      this.options.logger.warn(`Who belongs to ${room.document} could not be read anew.`, cause);
    });
  }

  /** Its people come back to a room that is loaded anew. */
  #discard(room: Room): void {
    if (this.#rooms.get(room.document) === room) this.#rooms.delete(room.document);
    for (const connection of [...room.here]) connection.close(CLOSE.unavailable);
    clearTimeout(this.#lingering.get(room));
    this.#lingering.delete(room);
    room.destroy();
  }

  async #retire(room: Room): Promise<void> {
    if (this.#retiring.has(room)) return;
    this.#retiring.add(room);
    try {
      await room.ready.catch(() => {});
      do {
        await room.durable();
        if (room.isEmpty) await room.compact();
        // Somebody came, wrote and left meanwhile: nobody else will retire it.
      } while (room.isEmpty && !room.isDurable);
      if (!room.isEmpty || this.#rooms.get(room.document) !== room) return;
      this.#rooms.delete(room.document);
      await this.#renew(room);
      room.destroy();
    } finally {
      this.#retiring.delete(room);
    }
  }

  async #renew(room: Room): Promise<void> {
    const { document } = room;
    const renewing = this.options.renewal.consider(room.asStored);
    this.#renewing.set(document, renewing);
    if (await renewing) room.tellRenewed();
    this.#renewing.delete(document);
  }
}
