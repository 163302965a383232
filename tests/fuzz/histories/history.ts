import { expect } from 'vitest';
import { type Random, random } from '../../support/random.ts';
import {
  agreement,
  nothingOfReaders,
  StoredReplica,
  savedIsDurable,
  soundReplica,
  storedDoc,
} from './checks.ts';
import { Person } from './person.ts';
import { World } from './world.ts';

const STEPS = 120;

/** What histories have tried. */
export const NOTHING = {
  edits: 0,
  offline: 0,
  restarts: 0,
  saved: 0,
  refused: 0,
  roles: 0,
  emptied: 0,
  renewed: 0,
};
export type Seen = typeof NOTHING;

/**
 * One random history: two to four people of different roles, lines that break, a store that stalls, a
 * server that dies, roles that change, everybody leaving; then everything heals and must agree. The order
 * of events and the Yjs ids come from the seed; the commands draw card ids of their own.
 */
export class History {
  readonly log: string[] = [];
  readonly seen: Seen = { ...NOTHING };
  readonly #r: Random;
  readonly #world: World;
  readonly #stored: StoredReplica;
  readonly #people: Person[] = [];
  /** Rules and roles change: then a refusal may be right. */
  readonly #changes: boolean;

  constructor(seed: number) {
    this.#r = random(seed);
    this.#changes = this.#r.chance(0.5);
    this.#world = new World(this.#r);
    this.#stored = new StoredReplica(this.#world.store);
    const count = 2 + this.#r.below(3);
    for (const { userId } of this.#world.actors.slice(this.#r.below(2)).slice(0, count)) {
      this.#people.push(new Person(this.#world.net.client(userId), this.#r, this.#changes));
    }
  }

  async run(): Promise<Seen> {
    for (const { client } of this.#people) if (this.#r.chance(0.8)) client.connect();
    if (this.#r.chance(0.8)) await this.#world.net.settle();
    for (let step = 0; step < STEPS; step += 1) {
      await this.#step();
      await this.#carry();
      await this.#check();
    }
    await this.#heal();
    await this.#agree();
    return this.seen;
  }

  async #step(): Promise<void> {
    const r = this.#r;
    const person = r.of(this.#people);
    const { client } = person;
    const what = r.below(24);
    if (client.closedWith !== null && !client.connected && r.chance(0.5)) {
      this.#note(person, await person.comeBack(this.#world.past));
    } else if (what < 9) this.#act(person);
    else if (what < 17) {
      for (let n = r.below(12); n > 0; n -= 1) client.step(r.chance(0.5) ? 'up' : 'down');
    } else if (what === 17) {
      this.#note(person, client.connected ? 'goes' : 'comes');
      if (client.connected) client.disconnect();
      else if (client.closedWith === null) client.connect();
    } else if (what === 18) this.#world.stall(r.chance(0.6));
    else if (what === 19 && r.chance(0.3)) await this.#die();
    else if (what === 20 && this.#changes) {
      this.#note(person, `is ${this.#world.changeRole(person.userId)} now`);
      this.seen.roles += 1;
    } else if (what === 21 && r.chance(0.3)) await this.#empty();
    else await this.#world.net.idle();
  }

  #act(person: Person): void {
    const { client } = person;
    // Nobody edits before the first sync, and nobody a map that the server has closed to them.
    if (!client.everSynced || client.closedWith !== null) return;
    const isReader = this.#world.roleOf(client) === 'leader';
    if (isReader && !this.#r.chance(0.15)) return;
    this.#note(person, person.act(isReader));
    this.seen.edits += 1;
    if (!client.connected) this.seen.offline += 1;
  }

  async #die(): Promise<void> {
    this.log.push('the server dies');
    await this.#world.die();
    this.seen.restarts += 1;
  }

  async #empty(): Promise<void> {
    this.log.push('everybody leaves');
    await this.#world.empty();
    this.seen.emptied += 1;
    if (!this.#r.chance(0.4)) return;
    this.log.push(`epoch ${await this.#world.renew()} begins`);
    this.seen.renewed += 1;
  }

  /** Edits of an earlier epoch go into the new one as soon as that is there. */
  async #carry(): Promise<void> {
    for (const person of this.#people) {
      if (person.client.saved && (await person.carry())) this.#note(person, 'has carried edits over');
    }
  }

  async #check(): Promise<void> {
    for (const { client } of this.#people) if (client.everSynced) soundReplica(client.journey);
    const saved = this.#people.filter(({ client }) => client.saved);
    const stored = await this.#stored.read();
    for (const person of saved) savedIsDurable(person, stored);
    this.seen.saved += saved.length;
    const docs = this.#people.map(({ client }) => client.doc);
    nothingOfReaders([...docs, stored.doc], this.#readers());
  }

  async #heal(): Promise<void> {
    this.log.push('everything heals');
    this.#world.stall(false);
    const quiet = () => this.#people.every(({ client }) => client.saved && client.closedWith === null);
    for (let round = 0; round < 50 && !quiet(); round += 1) {
      for (const person of this.#people) {
        const { client } = person;
        if (client.connected) continue;
        if (client.closedWith === null) client.connect();
        else this.#note(person, await person.comeBack(this.#world.past));
      }
      await this.#world.net.settle();
      await this.#carry();
      await this.#world.net.settle();
    }
    expect(this.#people.filter(({ client }) => !client.saved).map((p) => p.userId)).toEqual([]);
  }

  async #agree(): Promise<void> {
    const live = await this.#world.live();
    const stored = await storedDoc(this.#world.store);
    agreement([stored, live, ...this.#people.map(({ client }) => client.journey)]);
    nothingOfReaders([stored.doc, live.doc], this.#readers());
    for (const { userId, refusals } of this.#people) {
      this.seen.refused += refusals.length;
      // Without changed rules only a reader is refused.
      if (!this.#changes && userId !== 'leo') expect(refusals, `${userId} was refused`).toEqual([]);
    }
    await this.#world.net.sync.close(1_000);
  }

  /** Who has only ever been a reader. */
  #readers(): Person[] {
    return this.#people.filter(({ userId }) => userId === 'leo');
  }

  #note({ userId }: Person, what: string): void {
    this.log.push(`${userId}: ${what}`);
  }
}
