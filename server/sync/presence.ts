import { createDecoder, type Decoder, readUint8Array, readVarUint } from 'lib0/decoding';
import type { Role } from '../../lib/auth/can.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import type { PresenceStates } from './fan-out/index.ts';
import type { Frames } from './frames.ts';
import { LIMITS } from './limits.ts';
import { PresenceFrame, type Shown } from './presence-frame.ts';

/** What the server writes over the `user` of every presence. */
export interface Stamp {
  id: string;
  name: string;
  functionName: string;
  role: Role | null;
}

export interface Present {
  stamp: Stamp;
  send(frames: Frames): void;
  close(code: number): void;
}

interface Held<C> extends Shown {
  userId: string;
  /** The socket it came from, or the node of that socket. */
  from: C | string;
}

/** How long presences are gathered before they go out as one frame, ms: a pointer at 240 Hz costs as much as one at 40. */
const GATHER = 25;
/** The same when an edit goes out meanwhile: it takes them along. */
const LEAST = 12;
/** A clock of another node further ahead than this, ms, is not believed. */
const AHEAD = 3_600_000;

/**
 * Who is in a room and where they point: y-protocols' awareness format, read without building a
 * document. One client id per socket, name and role written by the server, clocks the server's own, so
 * that a returning client is seen at once and nobody can speak for another. People on other nodes come
 * stamped by theirs.
 */
export class Presence<C extends Present> {
  /** Everybody shown, by client id. */
  readonly #shown = new Map<number, Held<C>>();
  /** The client id each socket speaks as, from its first word to its end. */
  readonly #ids = new Map<C, number>();
  /** The last state each socket has sent, not yet read. */
  readonly #received = new Map<C, Uint8Array>();
  /** Client ids to tell of; whether by a socket of ours. */
  readonly #changed = new Map<number, 'here' | 'elsewhere'>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #clock = 0;
  #flushed = 0;

  /** @param tell passes what changed here on to the other nodes. */
  constructor(
    private readonly members: () => Iterable<C>,
    private readonly tell: (states: PresenceStates) => void = () => {},
  ) {}

  /**
   * Takes an awareness update; throws when it cannot be read. Returns whether it asks for work: neither
   * does a state that replaces one not looked at yet, nor another's, which y-websocket's stock client echoes.
   */
  receive(from: C, update: Uint8Array): boolean {
    const decoder = createDecoder(update);
    let worked = false;
    for (let count = readVarUint(decoder); count > 0; count -= 1) {
      const clientId = readVarUint(decoder);
      readVarUint(decoder);
      const json = readBytes(decoder);
      if (this.#take(from, clientId, json)) worked = true;
    }
    return worked;
  }

  /** Something goes to everybody now: what has been gathered goes along, instead of in a write of its own. */
  goAlong(): void {
    if (this.#timer && Date.now() - this.#flushed >= LEAST) this.#flush();
  }

  /** Everybody else's state, for whoever comes in or asks; null when alone. */
  all(except: C): Frames | null {
    const own = this.#ids.get(except);
    const others = [...this.#shown.values()].filter(({ clientId }) => clientId !== own);
    return others.length > 0 ? new PresenceFrame(others, this.#tick()).whole : null;
  }

  /** The user who is shown as a client id, or will be when what was received is read. */
  holderOf(clientId: number): string | undefined {
    const held = this.#shown.get(clientId);
    if (held) return held.userId;
    for (const [socket, own] of this.#ids) if (own === clientId) return socket.stamp.id;
    return undefined;
  }

  leave(who: C): void {
    this.#received.delete(who);
    this.#hide(who);
    this.#ids.delete(who);
  }

  /** Everybody on this node, for the others. */
  here(): PresenceStates {
    const states = [...this.#shown.values()].filter(({ from }) => typeof from !== 'string');
    return { whole: true, clock: this.#tick(), states };
  }

  /** What another node tells of its people. */
  elsewhere(node: string, { whole, clock, states }: PresenceStates): void {
    if (clock < Date.now() + AHEAD) this.#clock = Math.max(this.#clock, clock);
    if (whole) {
      const there = new Set(states.map(({ clientId }) => clientId));
      this.#forget(({ from, clientId }) => from === node && !there.has(clientId));
    }
    for (const { clientId, json } of states) {
      if (json === 'null') {
        this.#forget(({ from, clientId: id }) => from === node && id === clientId, clientId);
        continue;
      }
      const userId = String(JSON.parse(json).user?.id);
      if (!this.#mayBe(clientId, userId)) continue;
      this.#shown.set(clientId, { clientId, json, userId, from: node });
      this.#announce(clientId, 'elsewhere');
    }
  }

  /** Another node is gone, and its people with it. */
  gone(node: string): void {
    this.#forget(({ from }) => from === node);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #take(from: C, clientId: number, json: Uint8Array): boolean {
    const own = this.#ids.get(from);
    if (own !== undefined && own !== clientId) return false;
    if (isNull(json)) {
      this.#received.delete(from);
      return this.#hide(from);
    }
    if (own === undefined) {
      if (!this.#mayBe(clientId, from.stamp.id)) return false;
      this.#ids.set(from, clientId);
    }
    if (json.length > LIMITS.presence) return true;
    const isNew = !this.#received.has(from);
    this.#received.set(from, json.slice());
    this.#wake();
    return isNew;
  }

  /** Whether a user may speak as this id: it is free, or a socket of their own gives it up, dead most likely. */
  #mayBe(clientId: number, userId: string): boolean {
    const held = this.#shown.get(clientId);
    if (held && held.userId !== userId) return false;
    if (held && typeof held.from !== 'string') this.#ids.delete(held.from);
    return true;
  }

  #hide(who: C): boolean {
    const own = this.#ids.get(who);
    if (own === undefined || this.#shown.get(own)?.from !== who) return false;
    this.#shown.delete(own);
    this.#announce(own, 'here');
    return true;
  }

  #forget(goes: (held: Held<C>) => boolean, only?: number): void {
    const candidates = only === undefined ? [...this.#shown.values()] : [this.#shown.get(only)];
    for (const held of candidates) {
      if (!held || !goes(held)) continue;
      this.#shown.delete(held.clientId);
      this.#announce(held.clientId, 'elsewhere');
    }
  }

  #announce(clientId: number, where: 'here' | 'elsewhere'): void {
    this.#changed.set(clientId, where);
    this.#wake();
  }

  #wake(): void {
    this.#timer ??= setTimeout(() => this.#flush(), GATHER);
  }

  #flush(): void {
    for (const [from, json] of this.#received) this.#stamp(from, json);
    this.#received.clear();
    this.stop();
    this.#flushed = Date.now();
    if (this.#changed.size === 0) return;
    const stateOf = (clientId: number) => ({ clientId, json: this.#shown.get(clientId)?.json ?? 'null' });
    const frame = new PresenceFrame([...this.#changed.keys()].map(stateOf), this.#tick());
    const here = [...this.#changed].filter(([, where]) => where === 'here').map(([id]) => stateOf(id));
    this.#changed.clear();
    for (const member of this.members()) {
      // Never its own state back: the clock is ours and would win over what the client knows better.
      const frames = frame.without(this.#ids.get(member));
      if (frames) member.send(frames);
    }
    if (here.length > 0) this.tell({ whole: false, clock: this.#clock, states: here });
  }

  #stamp(from: C, bytes: Uint8Array): void {
    const clientId = this.#ids.get(from);
    // Another socket of the same user speaks as it now, or another's has come first.
    if (clientId === undefined) return;
    if (this.#shown.get(clientId)?.from !== from && !this.#mayBe(clientId, from.stamp.id)) {
      this.#ids.delete(from);
      return;
    }
    const state = readState(bytes);
    if (!state) {
      this.leave(from);
      from.close(CLOSE.malformed);
      return;
    }
    const json = JSON.stringify({ ...state, user: from.stamp });
    this.#shown.set(clientId, { clientId, json, userId: from.stamp.id, from });
    this.#changed.set(clientId, 'here');
  }

  /** Above every clock an earlier room, server or node has used for the same client. */
  #tick(): number {
    this.#clock = Math.max(this.#clock + 1, Date.now());
    return this.#clock;
  }
}

function readState(bytes: Uint8Array): object | null {
  try {
    const state: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof state === 'object' && !Array.isArray(state) ? state : null;
  } catch {
    return null;
  }
}

const isNull = (json: Uint8Array) => json.length === 4 && Buffer.from(json).toString('latin1') === 'null';

/** lib0 reads on into the memory behind a message that is cut short. */
function readBytes(decoder: Decoder): Uint8Array {
  const length = readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new RangeError('cut short');
  return readUint8Array(decoder, length);
}
