import { atPace, pause, Receipts } from '../load.ts';
import { Bench, newRooms, type Peer } from '../peers.ts';
import { plain } from '../prepared.ts';
import type { Figures, Group, Options } from './cell.ts';

/** trust.md's profile W: ten of twelve people make five edits a second on 200 cards, presence on. */
const EDITORS = 60;
const READERS = 300;
const EDITS_PER_EDITOR = 0.5;
/** What the canvas sends at most (lib/board/presence): a pointer every 60 ms while it moves; half the time here. */
const POINTERS = 8;
/** A reader's pointer rests most of the time. */
const READERS_POINTERS = 0.1;

async function workshop(peer: Peer, options: Options): Promise<Figures> {
  const [room] = newRooms(1) as [string];
  const bench = await Bench.open(peer, plain(200, 20), [room], options.profile);
  const stops: (() => void)[] = [];
  try {
    const editors = Array.from({ length: EDITORS }, (_, number) =>
      bench.client({ room, number }, EDITORS, 'card'),
    );
    const readers = Array.from({ length: READERS }, (_, i) =>
      bench.client({ room, number: EDITORS + i, readOnly: true }, EDITORS),
    );
    const clients = [...editors, ...readers];
    await Promise.all(clients.map((client) => client.ready()));
    const receipts = new Receipts(clients);
    stops.push(
      atPace(editors, EDITS_PER_EDITOR, (client) => client.edit()),
      atPace(editors, POINTERS, (client) => client.point(), 2),
      atPace(readers, READERS_POINTERS, (client) => client.point(), 3),
    );
    await pause(options.quick ? 2_000 : 5_000);
    const before = await bench.begin();
    receipts.begin();
    const seconds = options.quick ? 5 : 30;
    await pause(seconds * 1000);
    const { frames, bytes } = receipts.end();
    const after = await bench.end();
    await pause(500);
    return {
      p50: receipts.edits.at(0.5),
      p99: receipts.edits.at(0.99),
      pointer: receipts.pointers.at(0.5),
      pointerP99: receipts.pointers.at(0.99),
      loop: after.loop.p99,
      loopMax: after.loop.max,
      cores: (after.cpu - before.cpu) / 1000 / seconds,
      megabytes: bytes / 1e6 / seconds,
      frames: frames / seconds,
      dropped: receipts.dropped,
    };
  } finally {
    for (const stop of stops) stop();
    await bench.close();
  }
}

export const workshopGroup: Group = {
  name: 'workshop',
  title: "60 editors and 300 readers in one workshop at profile W's pace",
  columns: {
    p50: 'p50 ms',
    p99: 'p99 ms',
    pointer: 'pointer p50 ms',
    pointerP99: 'pointer p99 ms',
    loop: 'loop p99 ms',
    loopMax: 'loop max ms',
    cores: 'server cores',
    megabytes: 'MB/s to clients',
    frames: 'frames/s',
    dropped: 'sockets dropped',
  },
  cells: [{ name: '60 + 300', peers: ['ours'], run: workshop }],
};
