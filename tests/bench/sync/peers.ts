import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installationRoot } from '../../../lib/db/root.ts';
import { Author } from './clients/author.ts';
import type { Client, Seat } from './clients/client.ts';
import { TldrawClient } from './clients/tldraw.ts';
import { type Edits, FloorClient, HocusClient, OurClient, YjsClient } from './clients/yjs.ts';
import { type Documents, file } from './prepared.ts';
import { ServerProcess, type Stats } from './servers/process.ts';

export const PEERS = ['ours', 'yws', 'hocus', 'tldraw', 'floor'] as const;
export type Peer = (typeof PEERS)[number];

export const TITLES: Record<Peer, string> = {
  ours: 'ours',
  yws: 'y-websocket-server 0.1.1 (memory)',
  hocus: 'Hocuspocus 4.7.0 + SQLite',
  tldraw: 'tldraw sync 5.4.2 + SQLite',
  floor: 'bare ws broadcast',
};

const HERE = path.join(installationRoot(import.meta.url), 'tests/bench/sync');
const SCRIPTS: Record<Peer, string> = {
  ours: '.cache/build/ours.mjs',
  yws: 'peers/yws.mjs',
  hocus: 'peers/hocus.mjs',
  tldraw: 'peers/tldraw.mjs',
  floor: 'servers/floor.mjs',
};

let migrated: string | undefined;
const open = new Set<Bench>();

/** Kills every server there is: whoever waits for one goes on with an error. */
export const killAll = () => Promise.all([...open].map((bench) => bench.server.kill()));

/** A server of one kind on a data folder of its own, and the clients that fit it. */
export class Bench {
  #server!: ServerProcess;
  #schema: unknown;

  private constructor(
    readonly peer: Peer,
    readonly documents: Documents,
    readonly folder: string,
    private readonly profile?: string,
  ) {}

  /** Starts one with `rooms` rooms that hold the documents. */
  static async open(peer: Peer, documents: Documents, rooms: readonly string[], profile?: string) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
    if (peer === 'ours') cpSync(await migratedFolder(), folder, { recursive: true });
    const bench = new Bench(peer, documents, folder, profile);
    open.add(bench);
    await bench.start();
    await bench.prepare(rooms);
    return bench;
  }

  /** Measures from here; with a profile when one is wanted. */
  async begin(): Promise<Stats> {
    await this.#server.ask('reset');
    if (this.profile) await this.#server.ask('profile');
    return this.#server.stats();
  }

  async end(): Promise<Stats> {
    const stats = await this.#server.stats();
    if (this.profile) {
      mkdirSync(this.profile, { recursive: true });
      const file = path.resolve(this.profile, `${this.peer}-${Date.now()}.cpuprofile`);
      await this.#server.ask('profiled', { file });
    }
    return stats;
  }

  /** Puts the document into more rooms. */
  async prepare(rooms: readonly string[]): Promise<void> {
    const form = this.peer === 'tldraw' ? 'json' : 'yjs';
    if (rooms.length > 0) await this.#server.ask('prepare', { rooms, file: file(this.documents, form) });
  }

  get server(): ServerProcess {
    return this.#server;
  }

  /** Starts it (again) on its folder. */
  async start(): Promise<void> {
    this.#server = await ServerProcess.start(path.join(HERE, SCRIPTS[this.peer]), [this.folder]);
    if (this.peer === 'tldraw') this.#schema = await this.#server.ask('schema');
  }

  /** One of `authors` who edit; the others only read. */
  client(seat: Omit<Seat, 'port'>, authors: number, edits: Edits = 'note'): Client {
    const full = { ...seat, port: this.#server.port };
    if (this.peer === 'tldraw')
      return new TldrawClient(full, this.#schema, this.documents.records.count, authors);
    const author = seat.number < authors ? new Author(this.documents.state(), seat.number, authors) : null;
    const Kind = { ours: OurClient, yws: YjsClient, hocus: HocusClient, floor: FloorClient }[this.peer];
    return new Kind(full, author, edits);
  }

  async close(): Promise<void> {
    open.delete(this);
    await this.#server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Why a peer cannot run; null when it can. */
export function missing(peer: Peer): string | null {
  if (peer === 'ours' || peer === 'floor') return null;
  const parts = {
    yws: ['@y/websocket-server'],
    hocus: ['@hocuspocus/server', SQLITE],
    tldraw: ['@tldraw/sync-core', SQLITE],
  };
  const lacking = parts[peer].find((part) => !existsSync(path.join(HERE, 'peers/node_modules', part)));
  return lacking ? `${lacking} is not installed` : null;
}

const SQLITE = 'better-sqlite3/build/Release/better_sqlite3.node';

export const newRooms = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

/** A data folder of ours with an empty, migrated database: made once a run. */
async function migratedFolder(): Promise<string> {
  if (!migrated) {
    migrated = mkdtempSync(path.join(os.tmpdir(), 'bench-empty-'));
    const server = await ServerProcess.start(path.join(HERE, SCRIPTS.ours), [migrated]);
    await server.stop();
  }
  return migrated;
}

export function forgetFolders(): void {
  if (migrated) rmSync(migrated, { recursive: true, force: true });
}
