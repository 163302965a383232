import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../lib/db/open.ts';
import { scrub } from '../../../lib/db/scrub.ts';
import { openTestDatabase } from '../../support/database.ts';
import { createPostgresDatabase, postgresMissing } from '../../support/postgres.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The files under `folder` that hold these bytes. */
function filesWith(folder: string, bytes: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(bytes));
}

const insert = (words: string) =>
  `insert into doc_past (doc, epoch, state) values ('notes:${crypto.randomUUID()}', 1, convert_to('${words}', 'UTF8'))`;

test('what was deleted is in no file of the data folder afterwards, and what was kept is', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-scrub-'));
  folders.push(folder);
  const database = await openTestDatabase(path.join(folder, 'database'));
  const pool = database.db.$client;
  const noise = Array.from({ length: 500 }, () => crypto.randomUUID()).join();
  for (let i = 0; i < 40; i += 1)
    await pool.query(insert(`markeringsord-${i % 2 ? 'bort' : 'kvar'} ${noise}`));
  // A file of the log that is kept for later use has the words in it too.
  await pool.query('select pg_switch_wal()');
  await pool.query(insert('markeringsord-bort sist'));
  await pool.query('checkpoint');
  expect(filesWith(folder, 'markeringsord-bort')).not.toEqual([]);

  await pool.query("delete from doc_past where convert_from(state, 'UTF8') like '%-bort%'");
  await pool.query('checkpoint');
  expect(filesWith(folder, 'markeringsord-bort')).not.toEqual([]);
  await scrub(pool, { databaseUrl: undefined });
  expect(filesWith(folder, 'markeringsord-bort')).toEqual([]);
  const { rows } = await pool.query<{ n: number }>(
    "select count(*)::int as n from doc_past where convert_from(state, 'UTF8') like 'markeringsord-kvar%'",
  );
  expect(rows[0]?.n).toBe(20);
  await database.close();
  expect(filesWith(folder, 'markeringsord-bort')).toEqual([]);
  expect(filesWith(folder, 'markeringsord-kvar')).not.toEqual([]);
});

test('the planner keeps no samples of what people said', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-scrub-'));
  folders.push(folder);
  const database = await openTestDatabase(path.join(folder, 'database'));
  const pool = database.db.$client;
  await pool.query("insert into workshop (title, locale, template) values ('x', 'sv', 'x')");
  await pool.query(
    `insert into interview (workshop_id, kind, alias, consent) select id, 'customer', 'markeringsord-alias', '{}' from workshop`,
  );
  await pool.query(
    `insert into interview_turn (interview_id, position, speaker, role, text)
     select i.id, n, 'Kund', 'interviewee', 'markeringsord-prov' from interview i, generate_series(1, 50) n`,
  );
  await pool.query('analyze');
  const { rows } = await pool.query(
    "select 1 from pg_stats where most_common_vals::text like '%markeringsord%'",
  );
  expect(rows).toEqual([]);
  await database.close();
});

const missing = postgresMissing();
describe.skipIf(missing)(`on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('it waits for transactions that still see the deleted rows, such as a backup’s', async () => {
    const { url, drop } = await createPostgresDatabase();
    const database = await openDatabase({ dataDir: '', databaseUrl: url });
    const { pool } = database;
    await pool.query(insert('bort'));
    const backup = await pool.connect();
    await backup.query('begin isolation level repeatable read');
    await backup.query('select * from doc_past');
    await pool.query('delete from doc_past');
    let done = false;
    const scrubbing = scrub(pool, { databaseUrl: url }).then(() => {
      done = true;
    });
    const looked = () =>
      pool.query(
        "select 1 from pg_stat_activity where query like '%xact_start <%' and state = 'idle' and pid <> pg_backend_pid()",
      );
    while ((await looked()).rows.length === 0);
    expect(done).toBe(false);
    await backup.query('commit');
    backup.release();
    await scrubbing;
    const { rows } = await pool.query("select pg_relation_size('doc_past')::int as size");
    expect(rows).toEqual([{ size: 0 }]);
    await database.close();
    await drop();
  });
});
