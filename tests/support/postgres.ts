import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { openDatabase } from '../../lib/db/open.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { openTestDatabase } from './database.ts';

export interface TestDatabase {
  db: OpenDb;
  close(): Promise<void>;
}

/** Why PostgreSQL is not there, or undefined when it is. */
export function postgresMissing(): string | undefined {
  const postgres = inject('postgres');
  return 'missing' in postgres ? postgres.missing : undefined;
}

/** An empty, not yet migrated database in this run's PostgreSQL, by its DATABASE_URL. */
export async function createPostgresDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const postgres = inject('postgres');
  if ('missing' in postgres) throw new Error(postgres.missing);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(postgres.url);
  await administer(postgres.url, `create database ${name}`);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(postgres.url, `drop database if exists ${name} with (force)`),
  };
}

/** A throw-away, migrated PostgreSQL database: the counterpart of `openTestDatabase`. */
export async function openPostgresDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createPostgresDatabase();
  const { db, close } = await openDatabase({ dataDir: '', databaseUrl: url });
  return {
    db,
    async close() {
      await close();
      await drop();
    },
  };
}

/**
 * Runs one suite against PGlite and against PostgreSQL. Without PostgreSQL its half is reported as not run,
 * with the reason in its name.
 */
export function onEachEngine(title: string, suite: (open: () => Promise<TestDatabase>) => void): void {
  describe(`${title} on PGlite`, () => suite(openTestDatabase));
  const missing = postgresMissing();
  const name = `${title} on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`;
  describe.skipIf(missing !== undefined)(name, () => suite(openPostgresDatabase));
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
