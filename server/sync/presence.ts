import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Role } from '../../lib/auth/can.ts';
import { awarenessFrame } from '../../lib/sync/messages.ts';
import { LIMITS } from './limits.ts';

/** What the server writes over the `user` of every presence. */
export interface Stamp {
  id: string;
  name: string;
  functionName: string;
  role: Role | null;
}

export interface Present {
  stamp: Stamp;
  send(frame: Uint8Array): void;
}

interface State {
  clientId: number;
  /** JSON with the stamp in it; `null` once it left. */
  json: string;
}

/** How long presences are gathered before they go out as one frame, ms. */
const GATHER = 25;

/**
 * Who is in a room and where they point: y-protocols' awareness format, read without building a
 * document. One client id per socket, name and role written by the server, clocks the server's own, so
 * that a returning client is seen at once and nobody can speak for another.
 */
export class Presence<C extends Present> {
  #states = new Map<C, State>();
  #changed = new Map<number, { json: string; from: C }>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #clock = 0;

  constructor(private readonly members: () => Iterable<C>) {}

  /**
   * Takes an awareness update; throws when it cannot be read. Returns whether any of it was the sender's
   * own: y-websocket's stock client echoes the others' as well, which are passed over.
   */
  receive(from: C, update: Uint8Array): boolean {
    const decoder = createDecoder(update);
    let own = false;
    for (let count = readVarUint(decoder); count > 0; count -= 1) {
      const clientId = readVarUint(decoder);
      readVarUint(decoder);
      const json = readVarString(decoder);
      own = this.#take(from, clientId, json) || own;
    }
    return own;
  }

  /** Everybody else's state, for whoever comes in or asks; null when alone. */
  all(except: C): Uint8Array | null {
    const others = [...this.#states].filter(([who]) => who !== except).map(([, state]) => state);
    return others.length > 0 ? this.#frame(others) : null;
  }

  leave(who: C): void {
    const state = this.#states.get(who);
    if (!state) return;
    this.#states.delete(who);
    this.#announce(state.clientId, 'null', who);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #take(from: C, clientId: number, json: string): boolean {
    const held = this.#states.get(from);
    if (held && held.clientId !== clientId) return false;
    if (!held && !this.#free(from, clientId)) return false;
    if (json === 'null') {
      this.leave(from);
      return held !== undefined;
    }
    if (json.length > LIMITS.presence) return true;
    const state: unknown = JSON.parse(json);
    if (typeof state !== 'object' || state === null || Array.isArray(state))
      throw new Error('not a presence');
    const stamped = JSON.stringify({ ...state, user: from.stamp });
    this.#states.set(from, { clientId, json: stamped });
    this.#announce(clientId, stamped, from);
    return true;
  }

  /** An id is free unless another socket holds it; one's own dead socket gives it up. */
  #free(from: C, clientId: number): boolean {
    for (const [who, state] of this.#states) {
      if (state.clientId !== clientId) continue;
      if (who.stamp.id !== from.stamp.id) return false;
      this.#states.delete(who);
    }
    return true;
  }

  #announce(clientId: number, json: string, from: C): void {
    this.#changed.set(clientId, { json, from });
    this.#timer ??= setTimeout(() => this.#flush(), GATHER);
  }

  #flush(): void {
    this.#timer = null;
    const changed = [...this.#changed].map(([clientId, { json, from }]) => ({ clientId, json, from }));
    this.#changed.clear();
    const whole = this.#frame(changed);
    for (const member of this.members()) {
      const mine = this.#states.get(member)?.clientId;
      // Never its own state back: the clock is ours and would win over what the client knows better.
      const others = changed.filter((c) => c.from !== member && c.clientId !== mine);
      if (others.length === changed.length) member.send(whole);
      else if (others.length > 0) member.send(this.#frame(others));
    }
  }

  #frame(states: readonly State[]): Uint8Array {
    // Above every clock an earlier room or server has used for the same client.
    this.#clock = Math.max(this.#clock + 1, Date.now());
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, states.length);
    for (const { clientId, json } of states) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, this.#clock);
      encoding.writeVarString(encoder, json);
    }
    return awarenessFrame(encoding.toUint8Array(encoder));
  }
}
