import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Pool } from 'pg';
import { installationRoot } from './root.ts';

/** Any number, the same for every server of an installation. */
const MIGRATION_LOCK = 7_105_251;

/**
 * Brings the database to this version's schema. Several servers may start at once: an advisory lock, held
 * on the very connection that migrates, lets one of them work while the others wait and find it done.
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await applyMigrations(drizzle(client), { migrationsFolder: path.join(installationRoot(), 'drizzle') });
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection that failed half-way is thrown away, and its lock with it.
    client.release(broken);
  }
}
