import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../../lib/db/documents.ts';
import { openDatabase } from '../../../lib/db/open.ts';
import { documentStore } from '../../../server/sync/store.ts';
import { createPostgresDatabase, postgresMissing } from '../../support/postgres.ts';

const missing = postgresMissing();
describe.skipIf(missing)(`on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('one node compacts a document at a time: a second is told at once, another document is not held up', async () => {
    const { url, drop } = await createPostgresDatabase();
    const [one, other] = [
      await openDatabase({ dataDir: '', databaseUrl: url }),
      await openDatabase({ dataDir: '', databaseUrl: url }),
    ];
    const [a, b] = [documentStore(one.db), documentStore(other.db)];
    const first = { epoch: 1, generation: 0 };
    for (const name of ['journey:a', 'journey:b']) await createDocument(one.db, name, Uint8Array.of(0));
    // Whoever compacts now stands in the middle of it until this lets go.
    const holder = new pg.Client(url);
    await holder.connect();
    await holder.query('begin');
    await holder.query(`select 1 from doc_state where doc = 'journey:a' for update`);
    const slow = a.compact('journey:a', first, Uint8Array.of(1), []);
    while (!(await isWaiting(holder)));
    expect(await b.compact('journey:a', first, Uint8Array.of(2), [])).toBeNull();
    expect(await b.compact('journey:b', first, Uint8Array.of(3), [])).toBe(1);
    await holder.query('commit');
    expect(await slow).toBe(1);
    expect((await b.load('journey:a'))?.state).toEqual(Uint8Array.of(1));
    await holder.end();
    await one.close();
    await other.close();
    await drop();
  });
});

async function isWaiting(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}
