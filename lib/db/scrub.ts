import type pg from 'pg';
import type { Config } from '../config.ts';

/** Every table in which something people said stands. */
export const TABLES_OF_WORDS = [
  'interview',
  'interview_turn',
  'finding',
  'kept_flag',
  'doc_update',
  'doc_state',
  'doc_past',
  'snapshot',
] as const;

/** How long to wait for others' transactions: a backup that is running still sees the deleted rows. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 250;
/** A table is locked while it is written anew; nobody's edit may wait longer than this for that to begin. */
const LOCK_TIMEOUT_MS = 3_000;
const REWRITE_WITHIN_MS = 15 * 60_000;
/** The log's files before this one: one round each is enough unless old ones were kept for later use. */
const MOST_ROUNDS = 80;

/** Not now: somebody holds a table or an old transaction. Try again later. */
export class StorageBusy extends Error {
  override readonly name = 'StorageBusy';
}

/**
 * Makes what was deleted vanish from the database's files: a deleted row stays in them until something is
 * written over it. The tables are written anew and, in our own data folder, the write-ahead log is begun
 * anew. What a PostgreSQL keeps in its log, archives and backups is its operator's (README).
 *
 * Outside any transaction. Work on these tables waits meanwhile.
 * @throws StorageBusy
 */
export async function scrub(pool: pg.Pool, config: Pick<Config, 'databaseUrl'>): Promise<void> {
  return config.databaseUrl === undefined ? scrubOwn(pool) : scrubShared(pool);
}

/** Statement by statement through the one connection there is, so that others' work comes in between. */
async function scrubOwn(pool: pg.Pool): Promise<void> {
  for (const table of TABLES_OF_WORDS) await pool.query(rewriting(table));
  await beginLogAnew(pool);
}

async function scrubShared(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await othersEnded(client);
    await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    for (const table of TABLES_OF_WORDS) await rewrite(client, table);
    await client.query('set lock_timeout = default');
    client.release();
  } catch (error) {
    // It may be in the middle of something, and its settings are not the pool's.
    client.release(true);
    throw error;
  }
}

/** A transaction that began before the deletion keeps the deleted rows alive. */
async function othersEnded(client: pg.PoolClient): Promise<void> {
  const { rows: began } = await client.query<{ now: string }>('select clock_timestamp()::text as now');
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity
       where pid <> pg_backend_pid() and datname = current_database() and xact_start < $1::timestamptz limit 1`,
      [began[0]?.now],
    );
    if (rows.length === 0) return;
    if (Date.now() > until) throw new StorageBusy('An old transaction, such as a backup, is still running.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const rewriting = (table: string) => ({
  text: `vacuum (full) "${table}"`,
  query_timeout: REWRITE_WITHIN_MS,
});

async function rewrite(client: pg.PoolClient, table: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      await client.query(rewriting(table));
      return;
    } catch (error) {
      const isLocked = (error as { code?: string }).code === '55P03';
      if (!isLocked) throw error;
      if (Date.now() > until) throw new StorageBusy(`The table ${table} is in use.`, { cause: error });
    }
  }
}

/** Ends the log's present file and removes all before it, instead of keeping them for use under a new name. */
async function beginLogAnew(pool: pg.Pool): Promise<void> {
  const files = async () => {
    const { rows } = await pool.query<{ name: string }>('select name from pg_ls_waldir()');
    return rows.map((row) => row.name);
  };
  await pool.query('set wal_recycle = off');
  const before = new Set(await files());
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await pool.query('select pg_switch_wal()');
    await pool.query('checkpoint');
    if (!(await files()).some((name) => before.has(name))) return;
  }
  throw new StorageBusy('Old files of the write-ahead log are still there.');
}
