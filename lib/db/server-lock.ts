import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../config.ts';
import type { Lock } from './lock.ts';

/** Another number than the migrations'; the same for every server. */
export const SERVER_LOCK = 7_105_252;
const GIVE_UP_AFTER_MS = 3_500;
const RETRY_MS = 1_000;

export interface DatabaseLock extends Lock {
  /** Resolves when another server has taken the database while our connection to it was gone. */
  lost: Promise<Error>;
}

/**
 * Takes a PostgreSQL database for this process, or refuses: the live documents are in the memory of one
 * server, and people on two servers would not see each other. Held by a connection of its own, which
 * PostgreSQL frees however the process ends; taken again when that connection breaks.
 *
 * @param address what to tell whoever else comes.
 * @throws StartError naming the owner, within five seconds; or when there is no connection.
 */
export async function lockDatabase(databaseUrl: string, address: string): Promise<DatabaseLock> {
  const name = `utifran ${address}`.slice(0, 63);
  let released = false;
  let client = await connect(databaseUrl, name);
  let tellLost: (error: Error) => void = () => undefined;
  const lost = new Promise<Error>((resolve) => {
    tellLost = resolve;
  });

  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  while (!(await take(client))) {
    if (Date.now() < deadline) {
      await pause(RETRY_MS / 4);
      continue;
    }
    const owner = await ownerOf(client);
    await client.end();
    throw new StartError(
      `The database at DATABASE_URL is in use by another server (${owner}). Stop that one first, or use another database.`,
    );
  }
  client.once('end', takeAgain);

  async function takeAgain(): Promise<void> {
    while (!released) {
      await pause(RETRY_MS, undefined, { ref: false });
      try {
        client = await connect(databaseUrl, name);
        if (await take(client)) {
          client.once('end', takeAgain);
          return;
        }
        tellLost(new Error(`Another server has taken the database (${await ownerOf(client)}).`));
        await client.end();
        return;
      } catch {
        // Still away: whoever needs the database now says so (health, save state); here we only try on.
      }
    }
  }

  return {
    lost,
    async release() {
      released = true;
      client.off('end', takeAgain);
      await client.end().catch(() => undefined);
    },
  };
}

async function connect(connectionString: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', (error) => console.warn(`The connection that holds the database: ${error.message}`));
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new StartError(
      `The database at DATABASE_URL could not be used (${innermost(cause)}). Check that PostgreSQL runs, and the address, user and password.`,
      { cause },
    );
  }
}

async function take(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [SERVER_LOCK]);
  return rows[0]?.taken === true;
}

/** What the holder said of itself, and since when; as far as we may see it. */
async function ownerOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select application_name, client_addr, backend_start from pg_stat_activity
     join pg_locks using (pid)
     where locktype = 'advisory' and granted and objid = $1
       and pg_locks.database = (select oid from pg_database where datname = current_database())`,
    [SERVER_LOCK],
  );
  const [row] = rows;
  if (!row) return 'it does not say which';
  const since = row.backend_start instanceof Date ? `, since ${row.backend_start.toISOString()}` : '';
  return `${row.application_name || 'unnamed'} from ${row.client_addr ?? 'this machine'}${since}`;
}

function innermost(error: unknown): string {
  const inner = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  return inner instanceof Error ? inner.message : String(inner);
}
