import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockDatabase, SERVER_LOCK } from '../../../lib/db/server-lock.ts';
import { createPostgresDatabase, postgresMissing } from '../../support/postgres.ts';

const missing = postgresMissing();
describe.skipIf(missing)(`a PostgreSQL database${missing ? ` (not run: ${missing})` : ''}`, () => {
  let database: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let admin: pg.Client;
  beforeAll(async () => {
    database = await createPostgresDatabase();
    admin = new pg.Client(database.url);
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  test('is held by one server at a time; a second is refused and told by whom', async () => {
    const first = await lockDatabase(database.url, 'http://one.example');
    await expect(lockDatabase(database.url, 'http://two.example')).rejects.toThrow(
      /in use by another server \(utifran http:\/\/one\.example from .*, since 20.*Stop that one first/,
    );
    await first.release();
    const second = await lockDatabase(database.url, 'http://two.example');
    await second.release();
  });

  test('is shared by servers that work together, and closed to one that works alone, which is told how to join', async () => {
    const first = await lockDatabase(database.url, 'http://one.example', 'together');
    const second = await lockDatabase(database.url, 'http://two.example', 'together');
    expect(await first.holders()).toBe(2);
    await first.release();
    expect(await second.holders()).toBe(1);
    await expect(lockDatabase(database.url, 'http://three.example')).rejects.toThrow(
      /work together over Redis \(utifran http:\/\/two\.example .*Set the same REDIS_URL and AUTH_SECRET as theirs/,
    );
    await second.release();
  });

  test('of a server that works alone is closed to those that work together', async () => {
    const alone = await lockDatabase(database.url, 'http://one.example');
    await expect(lockDatabase(database.url, 'http://two.example', 'together')).rejects.toThrow(
      /by a server without REDIS_URL, which works alone \(utifran http:\/\/one\.example .*start it again with/,
    );
    await alone.release();
  });

  test('is taken again after its connection broke', async () => {
    const lock = await lockDatabase(database.url, 'http://one.example');
    const before = await holder(admin);
    await admin.query('select pg_terminate_backend($1)', [before]);
    let now = await holder(admin);
    while (now === before || now === undefined) now = await holder(admin);
    await expect(lockDatabase(database.url, 'http://two.example')).rejects.toThrow(/one\.example/);
    await lock.release();
  });

  test('that another server took meanwhile is given up', async () => {
    const lock = await lockDatabase(database.url, 'http://one.example');
    const thief = new pg.Client({ connectionString: database.url, application_name: 'utifran two' });
    await thief.connect();
    // It waits in PostgreSQL's queue, so that it is next whatever our timing.
    const stolen = thief.query('select pg_advisory_lock($1)', [SERVER_LOCK]);
    while ((await waiting(admin)) === 0);
    await admin.query('select pg_terminate_backend($1)', [await holder(admin)]);
    await stolen;
    expect((await lock.lost).message).toMatch(/Another server has taken the database \(utifran two/);
    await thief.end();
    await lock.release();
  });
});

async function holder(admin: pg.Client): Promise<number | undefined> {
  const { rows } = await admin.query(
    `select pid from pg_locks where locktype = 'advisory' and granted
     and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0]?.pid;
}

async function waiting(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`);
  return rows.length;
}
