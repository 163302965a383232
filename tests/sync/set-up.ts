import * as Y from 'yjs';
import { addLane, addPhase, addTouchpoint } from '../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { buildSync, type SyncParts } from '../../server/sync/sync.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { actor, byHeader, DOCUMENT, Network } from '../support/network.ts';

export const ACTORS = [
  actor('fia', 'facilitator'),
  actor('per', 'participant'),
  actor('ada', 'participant'),
  actor('leo', 'leader'),
];

/** The tests break things on purpose; what the server says to its operator is not for their readers. */
const quiet = { info() {}, warn() {}, error() {} };

/** A map with one cell: phase, touchpoint, lane. */
export function seed(cards: 'everyone' | 'own' = 'everyone') {
  const j = openJourney(new Y.Doc());
  j.doc.transact(() => {
    for (const [key, value] of Object.entries({
      version: 1,
      title: 'Invoice',
      locale: 'en',
      structure: 'facilitator',
      cards,
    })) {
      j.meta.set(key, value);
    }
  });
  const phaseId = addPhase(j, { name: 'Before', part: 'before' });
  const touchpointId = addTouchpoint(j, { name: 'The bill', phaseId });
  const laneId = addLane(j, { name: 'Says', kind: 'quote' });
  return { state: Y.encodeStateAsUpdate(j.doc), cell: { touchpointId, laneId }, phaseId };
}

/** A sync server on a store in memory with one seeded map; the relay waits for the commit for ever. */
export function setUp(
  { store = new MemoryStore(), ...parts }: Omit<Partial<SyncParts>, 'store'> & { store?: MemoryStore } = {},
  cards: 'everyone' | 'own' = 'everyone',
) {
  const seeded = seed(cards);
  if (!store.states.has(DOCUMENT)) store.states.set(DOCUMENT, seeded.state);
  const sync = buildSync({
    config: { baseUrl: undefined },
    store,
    ...byHeader(ACTORS),
    checkDrawing: () => null,
    linger: 0,
    relayPatience: 1_000_000,
    retryFirst: 1,
    retryMost: 2,
    pace: { perSecond: 1e9, burst: 1e9 },
    logger: quiet,
    ...parts,
  });
  return { store, sync, net: new Network(sync), ...seeded };
}

/** Moves frames until the condition holds. */
export const settled = async (net: Network, condition: () => boolean) => {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it never came about');
    await net.settle();
  }
};

/** The words on a client's map. */
export const texts = (client: { journey: Parameters<typeof toJourney>[0] }) =>
  toJourney(client.journey).cards.map((c) => c.text);
/** The map as the store holds it. */
export const stored = (store: MemoryStore) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, store.states.get(DOCUMENT) as Uint8Array);
  for (const row of store.rows) Y.applyUpdate(doc, row.bytes);
  return { journey: openJourney(doc) };
};

/** Clients of these users, connected and in sync. */
export async function joined(net: Network, ...users: string[]) {
  const clients = users.map((user) => net.client(user));
  for (const client of clients) client.connect();
  await net.settle();
  return clients as [ReturnType<Network['client']>, ...ReturnType<Network['client']>[]];
}
