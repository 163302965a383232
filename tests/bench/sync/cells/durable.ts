import type { Client } from '../clients/client.ts';
import { TldrawClient } from '../clients/tldraw.ts';
import { Durations } from '../figures.ts';
import { atPace, pause, until } from '../load.ts';
import { Bench, newRooms, type Peer } from '../peers.ts';
import { plain } from '../prepared.ts';
import type { Figures, Group, Options } from './cell.ts';

/**
 * From sending an edit until the server vouches that it is on the disk: our receipt, tldraw's `push_result`
 * over SQLite. Hocuspocus vouches before it writes, so it is not here: by design it writes 2–10 s later.
 */
async function durable(peer: Peer, options: Options): Promise<Figures> {
  const [room] = newRooms(1) as [string];
  const bench = await Bench.open(peer, plain(100, 100), [room]);
  try {
    const clients = Array.from({ length: 20 }, (_, number) => bench.client({ room, number }, 20));
    await Promise.all(clients.map((client) => client.ready()));
    const took = new Durations();
    const sentAt = new Map(clients.map((client) => [client, timed(client, took)]));
    await pause(300);
    const stop = atPace(clients, 5, (client) => {
      client.edit();
      sentAt.get(client)?.set(client.sent, performance.now());
    });
    await pause((options.quick ? 3 : 15) * 1000);
    stop();
    await until(() => [...sentAt.values()].every((open) => open.size === 0), 'the last receipt');
    return { p50: took.at(0.5), p95: took.at(0.95), p99: took.at(0.99), most: took.at(1), edits: took.count };
  } finally {
    await bench.close();
  }
}

function timed(client: Client, took: Durations): Map<number, number> {
  const sentAt = new Map<number, number>();
  if (client instanceof TldrawClient) client.listens = true;
  client.on('acknowledged', (count: number) => {
    for (const [number, at] of sentAt) {
      if (number > count) break;
      took.add(performance.now() - at);
      sentAt.delete(number);
    }
  });
  return sentAt;
}

export const durableGroup: Group = {
  name: 'durable',
  title: 'Edit → durable, as the server tells the client: 20 × 5 a second',
  columns: { p50: 'p50 ms', p95: 'p95 ms', p99: 'p99 ms', most: 'most ms', edits: 'edits' },
  cells: [{ name: '20 × 5', peers: ['ours', 'tldraw'], run: durable }],
};
