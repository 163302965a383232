import { atPace, pause, Receipts, until } from '../load.ts';
import { Bench, newRooms, PEERS, type Peer } from '../peers.ts';
import { plain } from '../prepared.ts';
import type { Cell, Figures, Group, Options } from './cell.ts';

interface Load {
  rooms: number;
  clients: number;
  edits: number;
  pointers: number;
}

/**
 * A fresh process compiles what runs hot, in threads that count as its CPU; ours has a whole database to
 * compile. A server lives for days, so that is left out, for everybody.
 */
const WARM_UP_MS = { quick: 1_500, full: 6_000 };

function cell(name: string, load: Load, peers: readonly Peer[] = PEERS): Cell {
  return { name, peers, run: (peer, options) => fanOut(peer, load, options) };
}

/** Everybody in `rooms` rooms edits (and points) at their pace; every delivery is timed and counted. */
async function fanOut(peer: Peer, load: Load, options: Options): Promise<Figures> {
  const documents = load.rooms > 1 ? plain(20, 10) : plain(100, 100);
  const rooms = newRooms(load.rooms);
  const bench = await Bench.open(peer, documents, rooms, options.profile);
  const stops: (() => void)[] = [];
  try {
    const clients = rooms.flatMap((room, r) =>
      Array.from({ length: load.clients }, (_, number) =>
        bench.client({ room, number, user: r * load.clients + number }, load.clients),
      ),
    );
    await Promise.all(clients.map((client) => client.ready()));
    await pause(300);

    const receipts = new Receipts(clients);
    let edits = 0;
    stops.push(
      atPace(clients, load.edits, (client) => {
        edits += 1;
        client.edit();
      }),
      atPace(clients, load.pointers, (client) => client.point(), 2),
    );
    await pause(options.quick ? WARM_UP_MS.quick : WARM_UP_MS.full);
    const before = await bench.begin();
    const driver = process.cpuUsage();
    const editsBefore = edits;
    receipts.begin();
    await pause(options.seconds * 1000);
    const { frames, bytes } = receipts.end();
    const spent = process.cpuUsage(driver);
    const made = edits - editsBefore;
    const after = await bench.end();
    for (const stop of stops) stop();
    const due = made * (load.clients - 1);
    await until(() => receipts.edits.count >= due, `${peer}: ${due} deliveries`, 20_000).catch(() => {});
    return {
      edits: made / options.seconds,
      p50: receipts.edits.at(0.5),
      p95: receipts.edits.at(0.95),
      p99: receipts.edits.at(0.99),
      pointer: receipts.pointers.at(0.5),
      cpu: (after.cpu - before.cpu) / 1000,
      mainCpu: (after.mainCpu - before.mainCpu) / 1000,
      perDelivery: ((after.cpu - before.cpu) * 1000) / due,
      megabytes: bytes / 1e6,
      frames,
      rss: after.rss / 1e6,
      loop: after.loop.p99,
      driver: (spent.user + spent.system) / 1e6 / options.seconds,
      lost: due - receipts.edits.count,
      dropped: receipts.dropped,
    };
  } finally {
    for (const stop of stops) stop();
    await bench.close();
  }
}

const one = (clients: number, edits: number, pointers = 0): Load => ({ rooms: 1, clients, edits, pointers });

const COLUMNS = {
  edits: 'edits/s made',
  p50: 'p50 ms',
  p95: 'p95 ms',
  p99: 'p99 ms',
  cpu: 'server CPU s',
  mainCpu: 'of it main thread',
  perDelivery: 'µs CPU per delivery',
  megabytes: 'MB to clients',
  frames: 'frames to clients',
  rss: 'RSS MB',
  loop: 'loop p99 ms',
  lost: 'not delivered',
  dropped: 'sockets dropped',
  driver: 'driver cores',
};

export const fanOutGroup: Group = {
  name: 'fan-out',
  title: 'Fan-out: clients × edits a second each, one room of 100 cards and 100 notes',
  columns: COLUMNS,
  cells: [10, 50, 100].flatMap((clients) =>
    [2, 10].map((edits) => cell(`${clients} × ${edits}`, one(clients, edits))),
  ),
};

export const cursorsGroup: Group = {
  name: 'cursors',
  title: 'The same with 10 pointer messages a second from each client',
  columns: { ...COLUMNS, pointer: 'pointer p50 ms' },
  cells: [10, 50, 100].flatMap((clients) =>
    [2, 10].map((edits) => cell(`${clients} × ${edits} + 10`, one(clients, edits, 10))),
  ),
};

export const roomsGroup: Group = {
  name: 'rooms',
  title: 'Many rooms: 200 × 5 clients × 1 edit a second',
  columns: COLUMNS,
  cells: [cell('200 × 5 × 1', { rooms: 200, clients: 5, edits: 1, pointers: 0 })],
};
