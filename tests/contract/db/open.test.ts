import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { StartError } from '../../../lib/config.ts';
import { openDatabase } from '../../../lib/db/open.ts';
import { users } from '../../../lib/db/schema/index.ts';
import { createPostgresDatabase, postgresMissing } from '../../support/postgres.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a data folder', () => {
  test('keeps what was stored, and finds its migrations done when it is opened again', async () => {
    const dataDir = path.join(folder, 'kept');
    const first = await openDatabase({ dataDir, databaseUrl: undefined });
    await first.db.insert(users).values({ name: 'Åsa' });
    await first.close();
    const second = await openDatabase({ dataDir, databaseUrl: undefined });
    expect(await second.db.select({ name: users.name }).from(users)).toEqual([{ name: 'Åsa' }]);
    await second.close();
  });

  test('may have a path longer than a socket can', async () => {
    const dataDir = path.join(folder, 'a'.repeat(80), 'b'.repeat(80));
    mkdirSync(dataDir, { recursive: true });
    const database = await openDatabase({ dataDir, databaseUrl: undefined });
    expect(await database.db.select().from(users)).toEqual([]);
    await database.close();
  });
});

const missing = postgresMissing();
describe.skipIf(missing)(`PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('four servers may migrate an empty database at once', async () => {
    const { url, drop } = await createPostgresDatabase();
    const opened = await Promise.all(
      [1, 2, 3, 4].map(() => openDatabase({ dataDir: folder, databaseUrl: url })),
    );
    for (const { db } of opened) expect(await db.select().from(users)).toEqual([]);
    await Promise.all(opened.map((database) => database.close()));
    await drop();
  });

  test('a connection that breaks under a transaction fails that transaction and not the process', async () => {
    const { url, drop } = await createPostgresDatabase();
    const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: url });
    const admin = new pg.Client(url);
    await admin.connect();
    const broken = db.transaction(async (tx) => {
      const { rows } = await tx.execute(sql`select pg_backend_pid() as pid`);
      await admin.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
      await tx.select().from(users);
    });
    // Without somebody who listens to that connection, vitest reports the process' uncaught exception.
    await expect(broken).rejects.toThrow();
    expect(await db.select().from(users)).toEqual([]);
    await admin.end();
    await close();
    await drop();
  });

  test('that is not there stops the start with what to do, and without the password', async () => {
    const attempt = openDatabase({ dataDir: folder, databaseUrl: 'postgres://me:hemligt@127.0.0.1:1/none' });
    await expect(attempt).rejects.toThrow(StartError);
    await expect(attempt).rejects.toThrow(/DATABASE_URL could not be used .*Check that PostgreSQL runs/);
    await expect(attempt).rejects.not.toThrow(/hemligt/);
  });
});
