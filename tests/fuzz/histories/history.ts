import { expect } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { checkDrawingRecord } from '../../../lib/board/schema/index.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import { renewed } from '../../../lib/journey/renew/index.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { cardEntry, copyOf, groundState } from '../../support/mutants/ground.ts';
import { actor, byHeader, DOCUMENT, Network, WORKSHOP } from '../../support/network.ts';
import { type Random, random } from '../../support/random.ts';
import { settled, setUp } from '../../sync/set-up.ts';
import { KEPT } from './acts.ts';
import {
  agreement,
  nothingOfReaders,
  StoredReplica,
  savedIsDurable,
  soundReplica,
  storedDoc,
} from './checks.ts';
import { Person } from './person.ts';

const STEPS = 120;

/** What a history has tried. */
export interface Seen {
  edits: number;
  offline: number;
  restarts: number;
  saved: number;
  refused: number;
  roles: number;
  emptied: number;
  renewed: number;
}

/** The ground of the mutants with a card nobody removes and two entries of a newer release. */
function beginning(): Uint8Array {
  const j = copyOf(groundState(), 5_001);
  j.doc.transact(() => {
    j.cards.set(KEPT, cardEntry('fia', 'Stays', null));
    j.cards.set('hologram', cardEntry('fia', 'From next year', null, { kind: 'hologram' }));
    j.lanes.set('scent', new Y.Map(Object.entries({ name: new Y.Text('Doft'), kind: 'scent', order: 'a9' })));
  });
  return Y.encodeStateAsUpdate(j.doc);
}
const BEGINNING = beginning();

/**
 * One random history: two to four people of different roles, lines that break, a store that stalls, a
 * server that dies, roles that change, everybody leaving; then everything heals and must agree. The order
 * of events and the Yjs ids come from the seed; the commands draw card ids of their own.
 */
export class History {
  readonly log: string[] = [];
  readonly seen: Seen = {
    edits: 0,
    offline: 0,
    restarts: 0,
    saved: 0,
    refused: 0,
    roles: 0,
    emptied: 0,
    renewed: 0,
  };
  readonly #r: Random;
  readonly #actors: Actor[];
  readonly #store = new MemoryStore();
  readonly #stored = new StoredReplica(this.#store);
  readonly #people: Person[] = [];
  /** Rules and roles change: then a refusal may be right. */
  readonly #changes: boolean;
  #net: Network;
  #release: (() => void) | null = null;

  constructor(seed: number) {
    this.#r = random(seed);
    this.#changes = this.#r.chance(0.5);
    this.#actors = [
      actor('fia', 'facilitator'),
      actor('per', 'participant'),
      actor('ada', 'noteTaker'),
      actor('leo', 'leader'),
    ];
    this.#store.states.set(DOCUMENT, BEGINNING);
    this.#net = this.#serve();
    const count = 2 + this.#r.below(3);
    for (const { userId } of this.#actors.slice(this.#r.below(2)).slice(0, count)) {
      this.#people.push(new Person(this.#net.client(userId), this.#r, this.#changes));
    }
  }

  async run(): Promise<Seen> {
    for (const { client } of this.#people) if (this.#r.chance(0.8)) client.connect();
    if (this.#r.chance(0.8)) await this.#net.settle();
    for (let step = 0; step < STEPS; step += 1) {
      await this.#step();
      await this.#check();
    }
    await this.#heal();
    return this.seen;
  }

  #serve(): Network {
    const { sync } = setUp({
      store: this.#store,
      checkDrawing: checkDrawingRecord,
      relayPatience: this.#r.chance(0.5) ? 0 : 1_000_000,
      faults: { perSecond: 1e9, burst: 1e9 },
      ...byHeader(this.#actors),
    });
    return new Network(sync);
  }

  async #step(): Promise<void> {
    const r = this.#r;
    const person = r.of(this.#people);
    const { client } = person;
    const what = r.below(24);
    if (client.closedWith !== null && !client.connected && r.chance(0.5)) {
      this.#note(person, await person.comeBack(this.#past));
      if (client.closedWith === null) this.seen.refused = this.#refusals();
    } else if (what < 9) this.#act(person);
    else if (what < 17) {
      for (let n = r.below(12); n > 0; n -= 1) client.step(r.chance(0.5) ? 'up' : 'down');
    } else if (what === 17) {
      this.#note(person, client.connected ? 'goes' : 'comes');
      if (client.connected) client.disconnect();
      else if (client.closedWith === null) client.connect();
    } else if (what === 18) {
      this.#release?.();
      this.#release = r.chance(0.6) ? this.#store.hold('append') : null;
    } else if (what === 19 && r.chance(0.3)) await this.#die();
    else if (what === 20 && this.#changes) this.#changeRole(person);
    else if (what === 21 && r.chance(0.3)) await this.#empty();
    else await this.#net.idle();
  }

  #act(person: Person): void {
    // Nobody edits before the first sync, and nobody a map that the server has closed to them.
    if (!person.client.everSynced || person.client.closedWith !== null) return;
    const isReader = this.#roleOf(person) === 'leader';
    if (isReader && !this.#r.chance(0.15)) return;
    this.#note(person, person.act(isReader));
    this.seen.edits += 1;
    if (!person.client.connected) this.seen.offline += 1;
  }

  /** The server dies: what it had not stored is gone, the store itself goes on. */
  async #die(): Promise<void> {
    this.log.push('the server dies');
    for (const { client } of this.#people) client.disconnect();
    this.#store.forgetPending();
    this.#release = null;
    const closing = this.#net.sync.close(0);
    const { clients } = this.#net;
    this.#net = this.#serve();
    this.#net.clients.push(...clients);
    for (const client of clients) client.moveTo(this.#net.sync);
    await closing;
    this.seen.restarts += 1;
  }

  /** Everybody leaves long enough for the room to be tidied away. */
  async #empty(): Promise<void> {
    this.log.push('everybody leaves');
    this.#release?.();
    this.#release = null;
    await this.#net.settle();
    for (const { client } of this.#people) client.disconnect();
    await settled(this.#net, () => this.#net.sync.health().rooms === 0);
    this.seen.emptied += 1;
    if (this.#r.chance(0.4)) await this.#renew();
  }

  /** Begins the document's next epoch, as the server does when a large old one is left. */
  async #renew(): Promise<void> {
    const held = await this.#store.load(DOCUMENT);
    if (!held) throw new Error('the document is gone');
    const j = await storedDoc(this.#store);
    const fresh = { ...renewed(j), past: Y.encodeStateAsUpdate(j.doc) };
    const rows = held.tail.map(({ seq }) => seq);
    expect(await this.#store.renew(DOCUMENT, held, fresh, rows)).toBe(true);
    this.log.push(`epoch ${held.epoch + 1} begins`);
    this.seen.renewed += 1;
  }

  #changeRole(person: Person): void {
    const held = this.#actors.find((a) => a.userId === person.userId) as Actor;
    if (person.userId === 'leo') return;
    held.role = held.role === 'leader' ? 'participant' : this.#r.of(['leader', 'participant', 'noteTaker']);
    this.#note(person, `is ${held.role} now`);
    this.#net.sync.rooms.rightsChanged(WORKSHOP, person.userId);
    this.seen.roles += 1;
  }

  async #check(): Promise<void> {
    for (const person of this.#people) {
      if (person.client.saved && (await person.carry())) this.#note(person, 'has carried edits over');
    }
    const docs = this.#people.map(({ client }) => client.doc);
    for (const { client } of this.#people) if (client.everSynced) soundReplica(client.journey);
    const saved = this.#people.filter(({ client }) => client.saved);
    const stored = await this.#stored.read();
    for (const person of saved) savedIsDurable(person, stored);
    this.seen.saved += saved.length;
    nothingOfReaders([...docs, stored.doc], this.#readers());
  }

  async #heal(): Promise<void> {
    this.log.push('everything heals');
    this.#release?.();
    const quiet = () => this.#people.every(({ client }) => client.saved && client.closedWith === null);
    for (let round = 0; round < 50 && !quiet(); round += 1) {
      for (const person of this.#people) {
        const { client } = person;
        if (client.connected) continue;
        if (client.closedWith === null) client.connect();
        else this.#note(person, await person.comeBack(this.#past));
      }
      await this.#net.settle();
      for (const person of this.#people) {
        if (await person.carry()) this.#note(person, 'has carried edits over');
      }
      await this.#net.settle();
    }
    expect(this.#people.filter(({ client }) => !client.saved).map((p) => p.userId)).toEqual([]);
    const live = openJourney(new Y.Doc());
    Y.applyUpdate(live.doc, await this.#net.sync.rooms.read(DOCUMENT));
    const stored = await storedDoc(this.#store);
    agreement([stored, live, ...this.#people.map(({ client }) => client.journey)]);
    nothingOfReaders([stored.doc, live.doc], this.#readers());
    this.seen.refused = this.#refusals();
    if (!this.#changes) this.#nobodyWrongly();
    await this.#net.sync.close(1_000);
  }

  /** Without changed rules only readers are refused, and whoever nested what another nested the other way. */
  #nobodyWrongly(): void {
    for (const { userId, refusals } of this.#people) {
      if (userId !== 'leo') expect(refusals, `${userId} was refused`).toEqual([]);
    }
  }

  readonly #past = (epoch: number): Promise<Uint8Array> => this.#net.sync.rooms.past(DOCUMENT, epoch);

  #roleOf({ userId }: Person): Actor['role'] {
    return this.#actors.find((a) => a.userId === userId)?.role ?? null;
  }

  /** Who has only ever been a reader. */
  #readers(): Person[] {
    return this.#people.filter(({ userId }) => userId === 'leo');
  }

  #refusals(): number {
    return this.#people.reduce((sum, { refusals }) => sum + refusals.length, 0);
  }

  #note({ userId }: Person, what: string): void {
    this.log.push(`${userId}: ${what}`);
  }
}
