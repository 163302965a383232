import * as Y from 'yjs';
import { random } from '../../../support/random.ts';
import type { Client } from '../clients/client.ts';
import { TldrawClient } from '../clients/tldraw.ts';
import { bodyOf, YjsClient } from '../clients/yjs.ts';
import { atPace, pause } from '../load.ts';
import { Bench, newRooms, type Peer } from '../peers.ts';
import { plain } from '../prepared.ts';
import type { Figures, Group, Options } from './cell.ts';

const CLIENTS = 20;

/** Kills the server at a random moment while 20 people edit 5 times a second, starts it again and looks. */
async function kills(peer: Peer, options: Options): Promise<Figures> {
  const sum: Figures = { kills: 0, edits: 0, acknowledged: 0, lost: 0, worst: 0, survivorLost: 0 };
  const times = options.quick ? 3 : 20;
  for (let i = 0; i < times; i += 1) {
    const { lost, ...counts } = await kill(peer, options.quick ? 1_500 : 2_000 + random(i).below(8_000));
    for (const [key, value] of Object.entries({ ...counts, lost })) sum[key] = (sum[key] ?? 0) + value;
    sum.kills = i + 1;
    sum.worst = Math.max(sum.worst as number, lost);
  }
  return sum;
}

async function kill(peer: Peer, after: number) {
  const [room] = newRooms(1) as [string];
  const bench = await Bench.open(peer, plain(100, 100), [room]);
  try {
    const clients = Array.from({ length: CLIENTS }, (_, number) => bench.client({ room, number }, CLIENTS));
    const survivor = peer === 'tldraw' ? null : new Survivor(bench, room);
    await Promise.all(clients.map((client) => client.ready()));
    await survivor?.ready();
    const ledgers = clients.map((client) => new Ledger(client));
    const stop = atPace(clients, 5, (client) => ledgers[client.seat.number]?.edit());
    await pause(after);
    await bench.server.kill();
    stop();
    await bench.start();

    const found = peer === 'tldraw' ? await recordsIn(bench, room) : await vectorIn(bench, room);
    let lost = 0;
    for (const ledger of ledgers) lost += ledger.missingFrom(found);
    const counts = {
      edits: ledgers.reduce((all, { made }) => all + made, 0),
      acknowledged: ledgers.reduce((all, { acknowledged }) => all + acknowledged, 0),
      lost,
    };
    if (!survivor) return { ...counts, survivorLost: Number.NaN };
    await survivor.comeBack(bench, room);
    return { ...counts, survivorLost: survivor.missingFrom(await vectorIn(bench, room)) };
  } finally {
    await bench.close();
  }
}

/** What one author made, in order, and how much of it the server vouched for. */
class Ledger {
  acknowledged = 0;
  #entries: { message: number; clock: number }[] = [];

  constructor(private readonly client: Client) {
    if (client instanceof TldrawClient) client.listens = true;
    client.on('acknowledged', (count: number) => {
      while ((this.#entries[this.acknowledged]?.message ?? Number.POSITIVE_INFINITY) <= count)
        this.acknowledged += 1;
    });
  }

  get made(): number {
    return this.#entries.length;
  }

  edit(): void {
    this.client.edit();
    const clock = this.client instanceof YjsClient ? (this.client.author?.clock ?? 0) : this.client.sent;
    this.#entries.push({ message: this.client.sent, clock });
  }

  /** How many edits the server vouched for are not there. */
  missingFrom(found: ReadonlyMap<number, number>): number {
    const has = found.get(this.client.seat.number) ?? 0;
    return this.#entries.slice(0, this.acknowledged).filter(({ clock }) => clock > has).length;
  }
}

/** A full replica that lives through the kill, as one open browser tab. */
class Survivor {
  readonly #doc = new Y.Doc();
  #client: YjsClient;

  constructor(bench: Bench, room: string) {
    this.#client = this.#connect(bench, room);
  }

  ready = () => this.#client.ready();

  /** Connects again and brings what the server lacks. */
  async comeBack(bench: Bench, room: string): Promise<void> {
    this.#client = this.#connect(bench, room);
    await this.ready();
    await pause(500);
    this.#client.leave();
  }

  missingFrom(found: ReadonlyMap<number, number>): number {
    let missing = 0;
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#doc))) {
      missing += Math.max(0, clock - (found.get(client - AUTHORS) ?? (client < AUTHORS ? clock : 0)));
    }
    return missing;
  }

  #connect(bench: Bench, room: string): YjsClient {
    const client = bench.client({ room, number: CLIENTS }, 0) as YjsClient;
    client.replica = this.#doc;
    return client;
  }
}

/** Authors' client ids begin here (clients/author.ts). */
const AUTHORS = 10_000_000;

/** By author: how far the document goes that a fresh client gets. */
async function vectorIn(bench: Bench, room: string): Promise<Map<number, number>> {
  const client = bench.client({ room, number: CLIENTS + 1 }, 0) as YjsClient;
  const doc = new Y.Doc();
  client.onUpdate = (frame) => Y.applyUpdate(doc, bodyOf(frame));
  await client.ready();
  client.leave();
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  return new Map([...clocks].map(([id, clock]) => [id - AUTHORS, clock]));
}

/** tldraw's records hold the last edit only: the number of it, in its mark's place. */
async function recordsIn(bench: Bench, room: string): Promise<Map<number, number>> {
  const client = bench.client({ room, number: CLIENTS + 1 }, 1) as TldrawClient;
  const found = new Map<number, number>();
  client.socket.once('frame', (frame: Buffer) => {
    for (const [, who, push] of frame.toString().matchAll(/@@@e(\d{4})\d{11} n(\d+)/g)) {
      found.set(Number(who), Math.max(found.get(Number(who)) ?? 0, Number(push)));
    }
  });
  await client.ready();
  client.leave();
  return found;
}

export const killGroup: Group = {
  name: 'kill',
  title: 'kill -9 while 20 people edit 5 times a second; started again; all old clients gone',
  columns: {
    kills: 'kills',
    edits: 'edits',
    acknowledged: 'vouched for',
    lost: 'of them lost',
    worst: 'worst kill',
    survivorLost: 'lost with one surviving client',
  },
  cells: [{ name: '20 × 5', peers: ['ours', 'hocus', 'tldraw'], run: kills, rounds: 1, patience: 900 }],
};
