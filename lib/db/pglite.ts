import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import pg from 'pg';

type Answer = { ready?: true; closed?: true; failed?: string; dump?: Uint8Array };

export interface Pglite {
  pool: pg.Pool;
  /** Resolves, and only then, when the engine breaks: nothing can be stored any more. */
  broken: Promise<Error>;
  /** A tar of the whole data folder, to start another from. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Starts PGlite in its worker and connects to it.
 *
 * @param options `folder`: where the data lives, undefined for memory only; `sockets`: an existing folder
 *   that is ours alone, since whoever can open the socket is the database's superuser; `archive`: a dump.
 * @throws when the data cannot be opened.
 */
export async function startPglite(options: {
  folder: string | undefined;
  sockets: string;
  archive?: Uint8Array | undefined;
}): Promise<Pglite> {
  const { folder, sockets, archive } = options;
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const socket = path.join(sockets, '.s.PGSQL.5432');
  rmSync(socket, { force: true });

  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { folder, socket, archive },
    execArgv: [],
  });
  const exited = new Promise<Error>((resolve) => {
    worker.on('error', resolve);
    worker.on('exit', (code) => resolve(new Error(`The database's thread ended (${code}).`)));
  });
  const failed = new Promise<Error>((resolve) => {
    worker.on('message', (answer: Answer) => {
      if (answer.failed !== undefined) resolve(new Error(answer.failed));
    });
  });
  const broken = Promise.race([exited, failed]);
  const answered = <K extends keyof Answer>(key: K) =>
    new Promise<NonNullable<Answer[K]>>((resolve, reject) => {
      const listen = (answer: Answer) => {
        if (answer[key] === undefined) return;
        worker.off('message', listen);
        resolve(answer[key] as NonNullable<Answer[K]>);
      };
      worker.on('message', listen);
      broken.then(reject);
    });

  try {
    await answered('ready');
  } catch (error) {
    await worker.terminate();
    throw error;
  }

  // One connection: PGlite is one session anyway. Whoever wrongly asks for a second one inside a
  // transaction gets an error after the timeout instead of waiting for ever.
  const pool = new pg.Pool({
    host: sockets,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    connectionTimeoutMillis: 30_000,
    // To PGlite every connection is the same session: one that follows another, after an idle spell for
    // instance, would find the prepared statements of the one before under its own names. Awaited by pg-pool.
    onConnect: (client) => client.query('deallocate all'),
  });
  return {
    pool,
    broken,
    async dump() {
      const dump = answered('dump');
      worker.postMessage('dump');
      return dump;
    },
    async close() {
      await pool.end();
      const closed = answered('closed');
      worker.postMessage('close');
      await closed.catch(() => undefined);
      await worker.terminate();
      rmSync(socket, { force: true });
    },
  };
}
