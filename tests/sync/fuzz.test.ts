import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, moveCards, removeCards, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { addTouchpoint, removeTouchpoint, rename } from '../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { syncFrame } from '../../lib/sync/messages.ts';
import { examine } from '../../server/sync/examine.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { mutate, samples } from '../support/mutants.ts';
import { DOCUMENT, Network, type TestClient } from '../support/network.ts';
import { type Random, random } from '../support/random.ts';
import { setUp } from './set-up.ts';

const BATCHES = 10;
const PER_BATCH = 40;
const PEOPLE = ['fia', 'per', 'ada'] as const;

/** One thing somebody does on the map, with the commands the canvas uses. */
function act(r: Random, client: TestClient, phaseId: string): string {
  const j = client.journey;
  const { cards, touchpoints, lanes } = toJourney(j);
  const card = cards.length > 0 ? r.of(cards).id : '';
  const cell = () =>
    touchpoints.length > 0 && lanes.length > 0
      ? { touchpointId: r.of(touchpoints).id, laneId: r.of(lanes).id }
      : null;
  const kind = r.below(client.userId === 'fia' ? 8 : 6);
  if (kind === 0 || card === '') {
    return `add ${addCard(j, { kind: r.of(['quote', 'friction']), text: `t${r.below(99)}`, cell: cell(), authorId: client.userId })}`;
  }
  if (kind === 1) moveCards(j, [card], r.chance(0.2) ? null : cell(), r.below(3));
  else if (kind === 2) setCardText(j, card, `${j.cards.get(card)?.get('text')}${r.below(9)}`);
  else if (kind === 3) setCard(j, card, { valence: r.below(9) / 2 - 2 });
  else if (kind === 4) setCardText(j, card, `${r.below(9)}${j.cards.get(card)?.get('text')}`);
  else if (kind === 5) removeCards(j, [card]);
  else if (kind === 6) addTouchpoint(j, { name: `n${r.below(99)}`, phaseId });
  else if (touchpoints.length > 1 && r.chance(0.5)) removeTouchpoint(j, r.of(touchpoints).id);
  else if (touchpoints.length > 0) rename(j, 'touchpoints', r.of(touchpoints).id, `r${r.below(99)}`);
  return `kind ${kind} on ${card}`;
}

function storedDoc(store: MemoryStore): Y.Doc {
  const doc = new Y.Doc();
  openJourney(doc);
  Y.applyUpdate(doc, store.states.get(DOCUMENT) as Uint8Array);
  for (const row of store.rows) Y.applyUpdate(doc, row.bytes);
  return doc;
}

/** What must hold whenever a client says *saved*: all it has written is in the store. */
function savedIsDurable(client: TestClient, store: MemoryStore): void {
  const own = client.doc.clientID;
  const stored = storedDoc(store);
  expect(Y.getState(stored.store, own)).toBe(Y.getState(client.doc.store, own));
}

/** Three people, lines that break, a store that stalls, a server that dies; then everything heals. */
async function history(seed: number): Promise<{ edits: number; restarts: number; savedSeen: number }> {
  const r = random(seed);
  const { store, net: first, sync: firstSync, phaseId } = setUp({ relayPatience: r.chance(0.5) ? 0 : 20 });
  let sync = firstSync;
  const clients = PEOPLE.map((userId) => first.client(userId));
  let release: (() => void) | null = null;
  const seen = { edits: 0, restarts: 0, savedSeen: 0 };
  for (let step = 0; step < 170; step += 1) {
    const client = r.of(clients);
    const what = r.below(20);
    if (what < 8 && client.synced) {
      act(r, client, phaseId);
      seen.edits += 1;
    } else if (what < 15) {
      for (let n = r.below(6); n > 0; n -= 1) client.step(r.chance(0.5) ? 'up' : 'down');
      // What came in is worked off at the end of the turn.
      await new Promise(setImmediate);
    } else if (what === 15) client.connected ? client.disconnect() : client.connect();
    else if (what === 16) {
      release?.();
      release = r.chance(0.6) ? store.hold('append') : null;
    } else if (what === 17 && r.chance(0.5)) {
      // The server dies: what it had not stored is gone, the store itself goes on.
      for (const c of clients) c.disconnect();
      store.forgetPending();
      release = null;
      const closing = sync.close(0);
      sync = restart(store, r);
      for (const c of clients) c.moveTo(sync);
      await closing;
      seen.restarts += 1;
    } else await new Promise(setImmediate);
    for (const c of clients) {
      if (!c.saved) continue;
      seen.savedSeen += 1;
      savedIsDurable(c, store);
    }
  }
  release?.();
  const net = new Network(sync);
  net.clients.push(...clients);
  for (const client of clients) {
    client.disconnect();
    client.connect();
  }
  await net.settle();
  for (const client of clients) expect(client.refused, `refused: ${client.userId}`).toBeNull();
  const docs = [...clients.map((c) => c.doc), storedDoc(store)];
  const [one] = docs as [Y.Doc];
  for (const doc of docs) {
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(one));
    expect(toJourney(openJourney(doc))).toEqual(toJourney(openJourney(one)));
  }
  expect(toJourney(openJourney(one)).unreadable).toEqual([]);
  expect(clients.every((c) => c.saved)).toBe(true);
  await sync.close(1_000);
  return seen;
}

function restart(store: MemoryStore, r: Random) {
  const made = setUp({ store, relayPatience: r.chance(0.5) ? 0 : 20 });
  return made.sync;
}

test.each(Array.from({ length: BATCHES }, (_, i) => i * PER_BATCH))(
  'random histories with seeds from %i on: all replicas and the store agree',
  async (from) => {
    const total = { edits: 0, restarts: 0, savedSeen: 0 };
    for (let seed = from; seed < from + PER_BATCH; seed += 1) {
      try {
        const seen = await history(seed);
        for (const key of ['edits', 'restarts', 'savedSeen'] as const) total[key] += seen[key];
      } catch (cause) {
        throw new Error(`seed ${seed}`, { cause });
      }
    }
    // The histories must have tried something.
    expect(total.edits).toBeGreaterThan(PER_BATCH * 10);
    expect(total.restarts).toBeGreaterThan(PER_BATCH);
    expect(total.savedSeen).toBeGreaterThan(PER_BATCH);
  },
);

test('2,000 mutated updates, seed 7: none reaches the others unless it is valid, nobody is dropped', async () => {
  const r = random(7);
  const { store, net, state, cell } = setUp({ faults: { perSecond: 1e9, burst: 1e9 } });
  const honest = net.client('ada');
  honest.connect();
  await net.settle();
  const mutants = samples(state, cell);
  let closed = 0;
  let attacker = net.client('per');
  for (let i = 0; i < 2_000; i += 1) {
    if (!attacker.connected) {
      net.clients.splice(net.clients.indexOf(attacker), 1);
      attacker = net.client('per');
      attacker.connect();
      await net.settle();
    }
    attacker.push(syncFrame(r.chance(0.5) ? 'update' : 'step2', mutate(r, r.of(mutants))));
    // Whatever it was, the next one finds a fresh line.
    await net.settle();
    if (attacker.closedWith !== null) closed += 1;
    attacker.disconnect();
  }
  expect(closed).toBeGreaterThan(1_000);
  expect(honest.closedWith).toBeNull();
  const live = toJourney(honest.journey);
  expect(live.unreadable).toEqual([]);
  const stored = openJourney(storedDoc(store));
  expect(toJourney(stored)).toEqual(live);
  expect([...stored.doc.share.keys()].sort()).toEqual([...honest.doc.share.keys()].sort());
  addCard(honest.journey, { kind: 'quote', text: 'Still here', cell, authorId: 'ada' });
  await net.settle();
  expect(honest.saved).toBe(true);
});

test('an update of twenty bytes that claims millions of structs is refused before room is made for them', () => {
  const grammar = { roots: new Set<string>(), types: new Set<number>() };
  // One client with 2^24 structs, client id 1, clock 0, and then it ends.
  const bomb = Uint8Array.from([1, 0x80, 0x80, 0x80, 0x08, 1, 0, 0x84, 1]);
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 50; i += 1) expect(examine(bomb, () => 0, grammar).kind).toBe('malformed');
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
});
