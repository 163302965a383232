import * as Y from 'yjs';
import type { Client } from '../clients/client.ts';
import { bodyOf, YjsClient } from '../clients/yjs.ts';
import { Durations } from '../figures.ts';
import { pause, until } from '../load.ts';
import { Bench, newRooms, type Peer } from '../peers.ts';
import { old } from '../prepared.ts';
import type { Cell, Figures, Group } from './cell.ts';

const CROWD = 30;
/** A room of ours that nobody is in is closed after 10 s, and then written anew when that is worth it. */
const EMPTIED_MS = 25_000;

/** Into a document that is in memory: one after another, then 30 at once. */
async function hot(peer: Peer, cards: number): Promise<Figures> {
  const [room] = newRooms(1) as [string];
  const bench = await Bench.open(peer, old(cards), [room]);
  try {
    await joined(bench, room, 1);
    const single = await several(3, () => joined(bench, room, 1));
    return { ...single, ...(await crowd(bench, room)) };
  } finally {
    await bench.close();
  }
}

/** Into a document that is only in the store: the server has been started anew. */
async function cold(peer: Peer, cards: number, lived: boolean): Promise<Figures> {
  const [room] = newRooms(1) as [string];
  const bench = await Bench.open(peer, old(cards), [room]);
  try {
    if (lived) await liveIn(bench, room);
    await bench.server.stop();
    await bench.start();
    const single = await joined(bench, room, 1);
    await bench.server.stop();
    await bench.start();
    return { ...single, ...(await crowd(bench, room)) };
  } finally {
    await bench.close();
  }
}

/** Somebody comes, edits and goes: what ours tidies away when a room is empty is tidied away. */
async function liveIn(bench: Bench, room: string): Promise<void> {
  const client = bench.client({ room, number: 0 }, 1, 'card');
  let acknowledged = 0;
  client.on('acknowledged', (count) => {
    acknowledged = count;
  });
  await client.ready();
  client.edit();
  await until(() => acknowledged === client.sent, 'the receipt');
  client.leave();
  const renewed = async () => (await bench.server.ask<number>('epoch', { room })) > 1;
  // Where it is not worth a new epoch the bytes say so.
  await until(renewed, 'a next epoch', EMPTIED_MS).catch(() => {});
}

async function crowd(bench: Bench, room: string): Promise<Figures> {
  await pause(200);
  const { lastByte, slowest, cpu } = await joined(bench, room, CROWD);
  return { crowdP50: lastByte as number, crowdSlowest: slowest as number, crowdCpu: cpu as number };
}

/** Lets so many join at the same moment; only one alone also decodes what it got. */
async function joined(bench: Bench, room: string, count: number): Promise<Figures> {
  const before = await bench.server.stats();
  const opened = performance.now();
  const clients = Array.from({ length: count }, (_, i) => bench.client({ room, number: 1 + i }, 0));
  const frames: Buffer[] = [];
  const [first] = clients as [Client];
  if (count === 1) keep(first, frames);
  await Promise.all(clients.map((client) => client.ready()));
  const lastByte = new Durations();
  for (const client of clients) lastByte.add(client.joinedAt - opened);
  const bytes = first.socket.bytes;
  const figures: Figures = { lastByte: lastByte.at(0.5), slowest: lastByte.at(1), kilobytes: bytes / 1000 };
  if (count === 1) {
    decode(first, frames);
    figures.applied = performance.now() - opened;
  }
  const after = await bench.server.stats();
  figures.cpu = after.cpu - before.cpu;
  figures.rss = after.rss / 1e6;
  for (const client of clients) client.leave();
  await pause(50);
  return figures;
}

function keep(client: Client, frames: Buffer[]): void {
  if (client instanceof YjsClient) client.onUpdate = (frame) => frames.push(frame);
  else client.socket.once('frame', (frame: Buffer) => frames.push(frame));
}

function decode(client: Client, frames: readonly Buffer[]): void {
  if (!(client instanceof YjsClient)) {
    for (const frame of frames) JSON.parse(frame.toString());
    return;
  }
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const frame of frames) Y.applyUpdate(doc, bodyOf(frame));
  });
  doc.destroy();
}

async function several(times: number, one: () => Promise<Figures>): Promise<Figures> {
  const all: Figures[] = [];
  for (let i = 0; i < times; i += 1) all.push(await one());
  const middle = (key: string) => {
    const sorted = all.map((figures) => figures[key] ?? Number.NaN).sort((a, b) => a - b);
    return sorted[Math.floor(times / 2)] as number;
  };
  return Object.fromEntries(Object.keys(all[0] ?? {}).map((key) => [key, middle(key)]));
}

const HOT: readonly Peer[] = ['ours', 'yws', 'hocus', 'tldraw'];
const COLD: readonly Peer[] = ['ours', 'hocus', 'tldraw'];

export const joinGroup: Group = {
  name: 'join',
  title: 'Joining a document after 100,000 overwrites (tldraw keeps no past)',
  columns: {
    kilobytes: 'KB',
    lastByte: 'one: last byte ms',
    applied: 'one: decoded ms',
    cpu: 'one: server CPU ms',
    crowdP50: '30 at once: p50 ms',
    crowdSlowest: 'slowest ms',
    crowdCpu: 'server CPU ms',
    rss: 'RSS MB',
  },
  cells: [2_000, 20_000].flatMap((cards): Cell[] => [
    { name: `${cards} hot`, peers: HOT, run: (peer) => hot(peer, cards) },
    { name: `${cards} cold`, peers: COLD, run: (peer) => cold(peer, cards, false) },
    {
      name: `${cards} cold, after the room was empty`,
      peers: ['ours'],
      run: (peer) => cold(peer, cards, true),
    },
  ]),
};
