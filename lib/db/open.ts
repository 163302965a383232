import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { type Config, StartError } from '../config.ts';
import { migrate } from './migrate.ts';
import { startPglite } from './pglite.ts';
import * as schema from './schema/index.ts';
import { socketFolder } from './sockets.ts';
import type { OpenDb } from './types.ts';

export interface Database {
  db: OpenDb;
  pool: pg.Pool;
  /** Resolves when the engine itself breaks for good; never for PostgreSQL, which comes back. */
  broken: Promise<Error>;
  close(): Promise<void>;
}

/**
 * Opens the database the configuration names, migrated to this version.
 * PGlite's folder must be locked by the caller (lib/db/lock.ts): it has no lock of its own.
 *
 * @throws StartError with what to do when it cannot be reached or opened.
 */
export async function openDatabase(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<Database> {
  const opened = config.databaseUrl ? connectPostgres(config.databaseUrl) : await openFolder(config.dataDir);
  // On each connection for its whole life: the pool itself listens only to idle ones, and one that breaks
  // under a transaction would end the process.
  opened.pool.on('connect', (client) => {
    client.on('error', (error) => console.warn(`A database connection ended: ${error.message}`));
  });
  opened.pool.on('error', () => {});
  try {
    await migrate(opened.pool);
  } catch (cause) {
    await opened.close().catch(() => undefined);
    throw new StartError(
      config.databaseUrl
        ? `The database at DATABASE_URL could not be used (${reason(cause)}). Check that PostgreSQL runs, and the address, user and password.`
        : `The database in ${config.dataDir} could not be brought to this version (${reason(cause)}). The data is untouched; start the version that wrote it, or restore a backup.`,
      { cause },
    );
  }
  return { db: drizzle(opened.pool, { schema }), ...opened };
}

type Opened = Omit<Database, 'db'>;

async function openFolder(dataDir: string): Promise<Opened> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = path.join(dataDir, 'database');
  try {
    return await startPglite({ folder, sockets: socketFolder(dataDir) });
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(
      `The database in ${folder} could not be opened (${reason(cause)}). Check that the disk has room and the folder may be written, or restore a backup.`,
      { cause },
    );
  }
}

function connectPostgres(connectionString: string): Opened {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'utifran',
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A network that swallows packets would otherwise keep a query waiting for a quarter of an hour.
    query_timeout: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  return { pool, broken: new Promise(() => undefined), close: () => pool.end() };
}

/** The innermost message: drizzle and pg wrap what the engine said. */
function reason(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (inner instanceof AggregateError && inner.errors.length > 0) inner = inner.errors[0];
  return inner instanceof Error ? inner.message : String(inner);
}
