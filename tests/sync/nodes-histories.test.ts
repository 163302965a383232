import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { moveCards, removeCards, setCardText } from '../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { DOCUMENT, Network, type TestClient } from '../support/network.ts';
import { type Random, random } from '../support/random.ts';
import { add, cluster } from './cluster.ts';
import { stored } from './set-up.ts';

/** One thing somebody does on the map. */
function act(r: Random, client: TestClient, cell: { touchpointId: string; laneId: string }): void {
  const j = client.journey;
  const { cards } = toJourney(j);
  const card = cards.length > 0 ? r.of(cards).id : '';
  const kind = r.below(5);
  if (kind < 2 || card === '') add(client, `t${r.below(99)}`, cell);
  else if (kind === 2) setCardText(j, card, `${j.cards.get(card)?.get('text')}${r.below(9)}`);
  else if (kind === 3) moveCards(j, [card], r.chance(0.3) ? null : cell, r.below(3));
  else removeCards(j, [card]);
}

/** Three people on two nodes; messages late, lost, nodes that die, rooms that empty; then everything heals. */
async function history(seed: number): Promise<void> {
  const r = random(seed);
  const { bus, made, cell, store, start, settle } = cluster('a0', 'b0');
  const nodes = made.map(({ sync }, i) => ({ name: `${'ab'[i]}0`, sync }));
  const clients = ['fia', 'per', 'ada'].map((userId) => new Network(r.of(nodes).sync).client(userId));
  const at = new Map(clients.map((client) => [client, r.of(nodes)]));
  for (const client of clients) client.moveTo((at.get(client) as (typeof nodes)[0]).sync);
  for (let step = 0; step < 200; step += 1) {
    const client = r.of(clients);
    const what = r.below(24);
    if (what < 8 && client.synced) act(r, client, cell);
    else if (what < 14) {
      for (let n = r.below(8); n > 0; n -= 1) client.step(r.chance(0.5) ? 'up' : 'down');
      await new Promise(setImmediate);
    } else if (what < 18) {
      for (let n = r.below(5); n > 0; n -= 1) bus.step((choices) => r.below(choices));
      await new Promise(setImmediate);
    } else if (what < 20) {
      if (client.connected) client.disconnect();
      else {
        // Wherever the balancer sends it.
        const node = r.of(nodes);
        at.set(client, node);
        client.moveTo(node.sync);
        client.connect();
      }
    } else if (what === 20) {
      bus.cut();
      if (r.chance(0.7)) bus.mend();
    } else if (what === 21) bus.look();
    else if (what === 22 && r.chance(0.3)) {
      const i = r.below(nodes.length);
      const dead = nodes[i] as (typeof nodes)[0];
      for (const c of clients) if (at.get(c) === dead) c.disconnect();
      bus.kill(dead.name);
      const closing = dead.sync.close(0);
      const name = `${dead.name[0]}${step + 1}`;
      nodes[i] = { name, sync: start(name).sync };
      await closing;
    } else await new Promise(setImmediate);
  }
  bus.mend();
  const nets = clients.map((client) => {
    client.disconnect();
    const node = nodes.find((one) => one === at.get(client)) ?? r.of(nodes);
    client.moveTo(node.sync);
    client.connect();
    const net = new Network(node.sync);
    net.clients.push(client);
    return net;
  });
  await settle(nets);
  bus.look();
  await settle(nets);
  const held = stored(store).journey;
  for (const client of clients) {
    expect(client.refused).toBeNull();
    expect(client.saved).toBe(true);
    expect(client.doc.store.pendingStructs).toBeNull();
    expect(Y.encodeStateVector(client.doc)).toEqual(Y.encodeStateVector(held.doc));
    expect(toJourney(client.journey)).toEqual(toJourney(held));
  }
  for (const { sync } of nodes) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await sync.rooms.read(DOCUMENT));
    expect(toJourney(openJourney(doc))).toEqual(toJourney(held));
    await sync.close(1_000);
  }
}

test.each([0, 50, 100, 150])(
  'random histories on two nodes with seeds from %i on: all agree',
  async (from) => {
    for (let seed = from; seed < from + 50; seed += 1) {
      await history(seed).catch((cause) => {
        throw new Error(`seed ${seed}`, { cause });
      });
    }
  },
);
