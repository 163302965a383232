import { sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as schema from '../../../lib/db/schema/index.ts';
import { docUpdates, snapshots, users, workshops } from '../../../lib/db/schema/index.ts';
import { onEachEngine, type TestDatabase } from '../../support/postgres.ts';

onEachEngine('the database', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('the migrations make exactly the tables and columns of the schema', async () => {
    const { rows } = await database.db.execute(
      sql`select table_name, column_name from information_schema.columns where table_schema = 'public'`,
    );
    const found = rows.map((row) => `${row.table_name}.${row.column_name}`).sort();
    const wanted = Object.values(schema)
      .filter((entry) => entry instanceof PgTable)
      .map((table) => getTableConfig(table))
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
    expect(found).toEqual(wanted.sort());
  });

  test('what is stored comes back as it was: text, bytes, JSON, numbers and moments', async () => {
    const { db } = database;
    const [user] = await db
      .insert(users)
      .values({ name: 'Åsa Öström 🙂', email: 'asa@example.org' })
      .returning();
    const [workshop] = await db
      .insert(workshops)
      .values({ title: 'Fakturan', locale: 'sv', template: 'x' })
      .returning();
    expect(user?.name).toBe('Åsa Öström 🙂');
    expect(user?.id).toMatch(/^[0-9a-f-]{36}$/);
    // A view into a larger buffer, as Yjs hands out.
    const bytes = new Uint8Array(1_000_000).map((_, i) => (i * 7) % 256).subarray(3, 900_003);
    const journey = { phases: [{ title: 'Före' }], ratio: 1.5, none: null };
    const [stored] = await db
      .insert(snapshots)
      .values({
        workshopId: workshop?.id ?? '',
        number: 1,
        label: 'första',
        reason: 'manual',
        state: bytes,
        journey,
        sources: [],
        figures: {},
        sha256: '0',
        format: 1,
        size: bytes.byteLength,
      })
      .returning();
    expect(stored?.journey).toEqual(journey);
    expect(Buffer.from(stored?.state ?? []).equals(bytes)).toBe(true);
    expect(Math.abs(Date.now() - (stored?.createdAt.getTime() ?? 0))).toBeLessThan(60_000);
  });

  test('log rows are numbered upwards in the order they are written, as numbers', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({ doc: 'journey:1', bytes: Uint8Array.of(i) }));
    const first = await database.db.insert(docUpdates).values(rows).returning({ seq: docUpdates.seq });
    const later = await database.db.insert(docUpdates).values(rows).returning({ seq: docUpdates.seq });
    const seqs = [...first, ...later].map((row) => row.seq);
    expect(seqs.every(Number.isInteger)).toBe(true);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });

  test('an e-mail address is taken whatever its case, and the error names the constraint', async () => {
    await database.db.insert(users).values({ name: 'one', email: 'Same@example.org' });
    const again = database.db.insert(users).values({ name: 'two', email: 'same@EXAMPLE.org' });
    await expect(again).rejects.toMatchObject({ cause: { code: '23505', constraint: 'user_email_unique' } });
  });

  test('a transaction that fails leaves nothing', async () => {
    const attempt = database.db.transaction(async (tx) => {
      await tx.insert(workshops).values({ title: 'half', locale: 'en', template: 'x' });
      throw new Error('on purpose');
    });
    await expect(attempt).rejects.toThrow('on purpose');
    const left = await database.db.select().from(workshops).where(sql`${workshops.title} = 'half'`);
    expect(left).toEqual([]);
  });

  test('three hundred queries at once get an answer each, their own', async () => {
    const asked = Array.from({ length: 300 }, (_, i) => i);
    const answers = await Promise.all(
      asked.map(async (i) => {
        const { rows } = await database.db.execute(
          i % 2
            ? sql`select ${i}::int as value`
            : sql`select ${`text ${i}`}::text as label, ${i}::int as value`,
        );
        return rows[0]?.value;
      }),
    );
    expect(answers).toEqual(asked);
  });

  test('deleting a workshop takes with it what belongs to it', async () => {
    const { db } = database;
    const [workshop] = await db
      .insert(workshops)
      .values({ title: 'gone', locale: 'en', template: 'x' })
      .returning();
    const [user] = await db.insert(users).values({ name: 'stays' }).returning();
    if (!workshop || !user) throw new Error('not stored');
    await db
      .insert(schema.members)
      .values({ workshopId: workshop.id, userId: user.id, role: 'participant', displayName: 'stays' });
    await db.delete(workshops).where(sql`${workshops.id} = ${workshop.id}`);
    const left = await db
      .select()
      .from(schema.members)
      .where(sql`${schema.members.workshopId} = ${workshop.id}`);
    expect(left).toEqual([]);
  });
});
