import { expect } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { checkDrawingRecord } from '../../../lib/board/schema/index.ts';
import { type JourneyDoc, openJourney } from '../../../lib/journey/document.ts';
import { renewed } from '../../../lib/journey/renew/index.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { cardEntry, copyOf, groundState } from '../../support/mutants/ground.ts';
import { actor, byHeader, DOCUMENT, Network, type TestClient, WORKSHOP } from '../../support/network.ts';
import type { Random } from '../../support/random.ts';
import { settled, setUp } from '../../sync/set-up.ts';
import { KEPT } from './acts.ts';
import { storedDoc } from './checks.ts';

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

/** The server, its store and who may do what: everything a history happens to, without its people. */
export class World {
  readonly store = new MemoryStore();
  readonly actors: Actor[] = [
    actor('fia', 'facilitator'),
    actor('per', 'participant'),
    actor('ada', 'noteTaker'),
    actor('leo', 'leader'),
  ];
  net: Network;
  #release: (() => void) | null = null;

  constructor(private readonly r: Random) {
    this.store.states.set(DOCUMENT, BEGINNING);
    this.net = this.#serve();
  }

  /** The server dies: what it had not stored is gone, the store itself goes on. */
  async die(): Promise<void> {
    const { clients, sync } = this.net;
    for (const client of clients) client.disconnect();
    this.store.forgetPending();
    this.#release = null;
    const closing = sync.close(0);
    this.net = this.#serve();
    this.net.clients.push(...clients);
    for (const client of clients) client.moveTo(this.net.sync);
    await closing;
  }

  /** The store stalls or goes on. */
  stall(stalls: boolean): void {
    this.#release?.();
    this.#release = stalls ? this.store.hold('append') : null;
  }

  /** Everybody leaves long enough for the room to be tidied away. */
  async empty(): Promise<void> {
    this.stall(false);
    await this.net.settle();
    for (const client of this.net.clients) client.disconnect();
    await settled(this.net, () => this.net.sync.health().rooms === 0);
  }

  /** Begins the document's next epoch, as the server does when a large old one is left. Returns its number. */
  async renew(): Promise<number> {
    const held = await this.store.load(DOCUMENT);
    if (!held) throw new Error('the document is gone');
    const j = await storedDoc(this.store);
    const fresh = { ...renewed(j), past: Y.encodeStateAsUpdate(j.doc) };
    const rows = held.tail.map(({ seq }) => seq);
    expect(await this.store.renew(DOCUMENT, held, fresh, rows)).toBe(true);
    return held.epoch + 1;
  }

  /** A reader becomes one who writes, or the other way; returns the new role. Leo stays a reader. */
  changeRole(userId: string): Actor['role'] {
    const held = this.actors.find((a) => a.userId === userId) as Actor;
    if (userId === 'leo') return held.role;
    held.role = held.role === 'leader' ? 'participant' : this.r.of(['leader', 'participant', 'noteTaker']);
    this.net.sync.rooms.rightsChanged(WORKSHOP, userId);
    return held.role;
  }

  roleOf({ userId }: TestClient): Actor['role'] {
    return this.actors.find((a) => a.userId === userId)?.role ?? null;
  }

  readonly past = (epoch: number): Promise<Uint8Array> => this.net.sync.rooms.past(DOCUMENT, epoch);

  /** The document as the server has it. */
  async live(): Promise<JourneyDoc> {
    const j = openJourney(new Y.Doc());
    Y.applyUpdate(j.doc, await this.net.sync.rooms.read(DOCUMENT));
    return j;
  }

  #serve(): Network {
    const { authorise, memberIds } = byHeader(this.actors);
    const { sync } = setUp({
      store: this.store,
      checkDrawing: checkDrawingRecord,
      relayPatience: this.r.chance(0.5) ? 0 : 1_000_000,
      faults: { perSecond: 1e9, burst: 1e9 },
      memberIds,
      // Who was let in keeps the role of that moment, as with a database.
      authorise: async (request, workshopId) => ({ ...(await authorise(request, workshopId)) }),
    });
    return new Network(sync);
  }
}
