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
  /** How many servers hold the database, this one among them; rejects while there is no connection. */
  holders(): Promise<number>;
}

/** `alone`: no other server may use the database; `together`: others may, if they too tell over Redis what they do. */
export type Sharing = 'alone' | 'together';

/**
 * Takes a PostgreSQL database for this process, or refuses: the live documents are in the memory of the
 * servers, and people on two that do not hear each other would not see each other. Held by a connection of
 * its own, which PostgreSQL frees however the process ends; taken again when that connection breaks.
 *
 * @param address what to tell whoever else comes.
 * @throws StartError naming the owner, within five seconds; or when there is no connection.
 */
export async function lockDatabase(
  databaseUrl: string,
  address: string,
  sharing: Sharing = 'alone',
): Promise<DatabaseLock> {
  const name = `utifran ${address}`.slice(0, 63);
  let released = false;
  let client = await connect(databaseUrl, name);
  let tellLost: (error: Error) => void = () => undefined;
  const lost = new Promise<Error>((resolve) => {
    tellLost = resolve;
  });

  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  while (!(await take(client, sharing))) {
    if (Date.now() < deadline) {
      await pause(RETRY_MS / 4);
      continue;
    }
    const owner = await ownerOf(client);
    await client.end();
    throw new StartError(refusal(sharing, owner));
  }
  client.once('end', takeAgain);

  async function takeAgain(): Promise<void> {
    while (!released) {
      await pause(RETRY_MS, undefined, { ref: false });
      try {
        client = await connect(databaseUrl, name);
        if (await take(client, sharing)) {
          client.once('end', takeAgain);
          return;
        }
        tellLost(new Error(`Another server has taken the database (${(await ownerOf(client)).name}).`));
        await client.end();
        return;
      } catch {
        // Still away: whoever needs the database now says so (health, save state); here we only try on.
      }
    }
  }

  return {
    lost,
    async holders() {
      const { rows } = await client.query(`select count(*)::int as held from ${HOLDERS}`, [SERVER_LOCK]);
      return rows[0].held;
    },
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
    query_timeout: 10_000,
    keepAlive: true,
  });
  client.on('error', (error) => console.warn(`The connection that holds the database: ${error.message}`));
  try {
    await client.connect();
    // Of a machine that lost its power PostgreSQL would otherwise notice nothing for two hours.
    await client.query(
      'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
    );
    return client;
  } catch (cause) {
    throw new StartError(
      `The database at DATABASE_URL could not be used (${innermost(cause)}). Check that PostgreSQL runs, and the address, user and password.`,
      { cause },
    );
  }
}

async function take(client: pg.Client, sharing: Sharing): Promise<boolean> {
  const lock = sharing === 'together' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const { rows } = await client.query(`select ${lock}($1) as taken`, [SERVER_LOCK]);
  return rows[0]?.taken === true;
}

interface Owner {
  /** What the holder said of itself, and since when; as far as we may see it. */
  name: string;
  sharing: Sharing;
}

const HOLDERS = `pg_stat_activity join pg_locks using (pid)
  where locktype = 'advisory' and granted and objid = $1
    and pg_locks.database = (select oid from pg_database where datname = current_database())`;

async function ownerOf(client: pg.Client): Promise<Owner> {
  const { rows } = await client.query(
    `select application_name, client_addr, backend_start, mode from ${HOLDERS}`,
    [SERVER_LOCK],
  );
  const [row] = rows;
  if (!row) return { name: 'it does not say which', sharing: 'alone' };
  const since = row.backend_start instanceof Date ? `, since ${row.backend_start.toISOString()}` : '';
  return {
    name: `${row.application_name || 'unnamed'} from ${row.client_addr ?? 'this machine'}${since}`,
    sharing: row.mode === 'ShareLock' ? 'together' : 'alone',
  };
}

function refusal(own: Sharing, owner: Owner): string {
  if (own === 'together') {
    return `The database at DATABASE_URL is in use by a server without REDIS_URL, which works alone (${owner.name}). Stop that one and start it again with the same REDIS_URL as this one.`;
  }
  if (owner.sharing === 'together') {
    return `The database at DATABASE_URL is in use by servers that work together over Redis (${owner.name}). Set the same REDIS_URL and AUTH_SECRET as theirs to join them, or use another database.`;
  }
  return `The database at DATABASE_URL is in use by another server (${owner.name}). Stop that one first, or use another database.`;
}

function innermost(error: unknown): string {
  const inner = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  return inner instanceof Error ? inner.message : String(inner);
}
