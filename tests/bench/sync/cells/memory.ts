import type { Client } from '../clients/client.ts';
import { pause, until } from '../load.ts';
import { Bench, newRooms, type Peer } from '../peers.ts';
import { plain } from '../prepared.ts';
import type { Figures, Group } from './cell.ts';

const ROOMS = 1_000;
const AT_ONCE = 50;

/** 1,000 rooms are opened by somebody who edits, all left and closed; then 1,000 others. */
async function memory(peer: Peer): Promise<Figures> {
  const bench = await Bench.open(peer, plain(20, 10), []);
  const start = await bench.server.collect();
  try {
    const open = await pass(bench, newRooms(ROOMS));
    const once = await bench.server.collect();
    await pass(bench, newRooms(ROOMS));
    const twice = await bench.server.collect();
    return {
      startedIn: bench.server.startedIn,
      rss: start.rss / 1e6,
      heap: start.heap / 1e6,
      open: open / 1e6,
      rssOnce: once.rss / 1e6,
      heapOnce: once.heap / 1e6,
      rssTwice: twice.rss / 1e6,
      heapTwice: twice.heap / 1e6,
    };
  } finally {
    await bench.close();
  }
}

/** Returns the RSS while all rooms are open. */
async function pass(bench: Bench, rooms: readonly string[]): Promise<number> {
  await bench.prepare(rooms);
  const clients: Client[] = [];
  for (let i = 0; i < rooms.length; i += AT_ONCE) {
    const some = rooms
      .slice(i, i + AT_ONCE)
      .map((room, k) => bench.client({ room, number: 0, user: i + k }, 1));
    await Promise.all(some.map((client) => client.ready()));
    for (const client of some) client.edit();
    clients.push(...some);
  }
  await pause(1_000);
  const { rss } = await bench.server.stats();
  for (const client of clients) client.leave();
  // It keeps every room; nothing tells when it has done what it does.
  if (bench.peer === 'yws') await pause(12_000);
  else await until(async () => (await bench.server.ask('rooms')) === 0, 'the last room closed', 120_000);
  return rss;
}

export const memoryGroup: Group = {
  name: 'memory',
  title:
    'Memory after a collection: at the start, after 1,000 rooms were opened and closed, after 1,000 others',
  columns: {
    startedIn: 'listens after ms',
    rss: 'start RSS MB',
    heap: 'heap MB',
    open: 'RSS MB with 1,000 open',
    rssOnce: 'after 1,000: RSS',
    heapOnce: 'heap',
    rssTwice: 'after 2,000: RSS',
    heapTwice: 'heap',
  },
  cells: [
    { name: '1,000 rooms', peers: ['ours', 'yws', 'hocus', 'tldraw'], run: memory, rounds: 1, patience: 600 },
  ],
};
