import { addCard } from '../../lib/journey/commands/cards.ts';
import { Bus } from '../support/bus.ts';
import { MemoryStore } from '../support/memory-store.ts';
import type { Network, TestClient } from '../support/network.ts';
import { setUp } from './set-up.ts';

/** Nodes on one store whose messages to each other move only when told. */
export function cluster(...names: string[]) {
  const store = new MemoryStore();
  const bus = new Bus();
  const start = (name: string) => setUp({ store, fanOut: bus.node(name), relayPatience: 20 });
  const made = names.map(start);
  const { cell } = made[0] as (typeof made)[0];
  const nets = made.map(({ net }) => net);
  /** Everything that is under way arrives. */
  async function settle(all: readonly Network[] = nets): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      for (const net of all) await net.settle();
      while (bus.step()) quiet = -1;
    }
  }
  return { store, bus, start, made, nets: nets as [Network, Network, ...Network[]], cell, settle };
}

/** A card by this client; its id. */
export const add = (client: TestClient, text: string, cell: { touchpointId: string; laneId: string }) =>
  addCard(client.journey, { kind: 'quote', text, cell, authorId: client.userId });
