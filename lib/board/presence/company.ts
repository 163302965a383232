import type { Awareness } from 'y-protocols/awareness';
import { isSameValue } from '../../journey/merge/same.ts';
import type { Board } from '../board.ts';
import { takeSeat } from '../members.ts';
import { type Atom, atom } from '../signals.ts';
import { type Hand, type Other, type Presence, readPresence } from './presence.ts';
import type { Camera } from './spot.ts';
import { Teller } from './teller.ts';

/** What a client may say of its person; the server writes `user` itself. */
export type Told = Partial<Omit<Presence, 'user'>>;

/** Whose view is followed. */
export interface Following {
  userId: string;
  name: string;
  /** By a facilitator's call and not by one's own choice. */
  summoned: boolean;
  /** Where this person was before. */
  back: Camera;
}

/** Something to say for a moment: whoever was followed has left, or cannot be followed. */
export interface Note {
  kind: 'left' | 'followsYou';
  name: string;
}
const NOTE_MS = 5_000;

/** Everybody on one map as one person's browser knows them, and what it tells them of its own. */
export class Company {
  /** By client; changes with every movement, so no signal holds it. */
  readonly hands: Map<number, Hand> = new Map();
  readonly $following: Atom<Following | null> = atom('following', null);
  /** The facilitator whose call came while this person was typing. */
  readonly $called: Atom<{ userId: string; name: string } | null> = atom('called', null);
  readonly $note: Atom<Note | null> = atom('note', null);
  private noteTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<(changed: readonly number[]) => void>();
  private readonly callers = new Set<(caller: Other) => void>();
  private readonly others = new Map<number, Other>();
  private teller: Teller | null = null;
  private told: Told = {};

  constructor(private readonly board: Board) {}

  /** Tells the others; what is not given stays as it was. At most 25 times a second, and nothing twice. */
  tell(part: Told): void {
    this.told = { ...this.told, ...part };
    this.teller?.tell(this.told);
  }

  note(kind: Note['kind'], name: string): void {
    clearTimeout(this.noteTimer);
    this.$note.set({ kind, name });
    this.noteTimer = setTimeout(() => this.$note.set(null), NOTE_MS);
  }

  /** Called with the clients whose hand moved, came or went. */
  onHands(listener: (changed: readonly number[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Called when a facilitator calls everybody to their view. */
  onCall(listener: (caller: Other) => void): () => void {
    this.callers.add(listener);
    return () => this.callers.delete(listener);
  }

  /** Follows an awareness until the returned function is called. */
  join(awareness: Awareness): () => void {
    const teller = new Teller(awareness);
    this.teller = teller;
    teller.tell(this.told);
    const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
      this.read(awareness, [...added, ...updated, ...removed]);
    // Whoever was here before sends no change.
    this.read(awareness, [...awareness.getStates().keys()]);
    awareness.on('change', onChange);
    return () => {
      awareness.off('change', onChange);
      teller.stop();
      this.teller = null;
      this.others.clear();
      this.hands.clear();
      this.board.$others.set([]);
    };
  }

  private read(awareness: Awareness, clients: readonly number[]): void {
    const states = awareness.getStates();
    const called: Other[] = [];
    let changed = false;
    for (const client of clients) {
      if (client === awareness.clientID) continue;
      const state = states.get(client);
      const now = state === undefined ? null : readPresence(client, state);
      if (now) this.hands.set(client, now.hand);
      else this.hands.delete(client);
      const before = this.others.get(client);
      if (now ? before && isSameValue(before, now.other) : !before) continue;
      changed = true;
      if (now && now.other.seat !== null) takeSeat(now.other.user.id, now.other.seat);
      if (!now) this.others.delete(client);
      else {
        this.others.set(client, now.other);
        // What somebody said before we came was not said to us. The role is the server's word.
        if (before && now.other.summon > before.summon && now.other.user.role === 'facilitator') {
          called.push(now.other);
        }
      }
    }
    if (changed) this.board.$others.set([...this.others.values()].sort((a, b) => a.clientId - b.clientId));
    for (const listener of this.listeners) listener(clients);
    for (const caller of called) {
      if (caller.user.id === this.board.options.userId) continue;
      for (const listener of this.callers) listener(caller);
    }
  }
}

const companies = new WeakMap<Board, Company>();

export function companyOf(board: Board): Company {
  let company = companies.get(board);
  if (!company) {
    company = new Company(board);
    companies.set(board, company);
  }
  return company;
}
