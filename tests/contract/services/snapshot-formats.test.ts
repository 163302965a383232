import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { migrate } from '../../../lib/db/migrate.ts';
import { type Pglite, startPglite } from '../../../lib/db/pglite.ts';
import { installationRoot } from '../../../lib/db/root.ts';
import * as schema from '../../../lib/db/schema/index.ts';
import type { OpenDb } from '../../../lib/db/types.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { listSnapshots, readSnapshotWhole } from '../../../lib/services/snapshots.ts';

const root = installationRoot(import.meta.url);

type Row = Record<string, unknown>;
interface Fixture {
  workshops: Row[];
  snapshots: Row[];
}

/** What each format's file must say for good: see tests/fixtures/snapshots. */
const WRITTEN = [
  { format: 1, migrations: 6, note: '' },
  { format: 2, migrations: 7, note: 'Med en anteckning' },
] as const;
const CARDS = { 'Efter de tre första intervjuerna': 32, 'Till ledningens genomgång': 82, Liten: 8 };

const fixtureOf = (format: number): Fixture =>
  JSON.parse(
    gunzipSync(readFileSync(path.join(root, `tests/fixtures/snapshots/format-${format}.json.gz`))).toString(),
    (_, value) =>
      value !== null && typeof value === 'object' && typeof value.base64 === 'string'
        ? Buffer.from(value.base64, 'base64')
        : value,
  );

/** A database at the first `count` migrations. */
async function databaseAt(count: number): Promise<{ pglite: Pglite; db: OpenDb; close(): Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-formats-'));
  const migrations = path.join(folder, 'drizzle');
  cpSync(path.join(root, 'drizzle'), migrations, { recursive: true });
  const journal = path.join(migrations, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  const pglite = await startPglite({ folder: undefined, sockets: folder });
  await applyMigrations(drizzle(pglite.pool), { migrationsFolder: migrations });
  return {
    pglite,
    db: drizzle(pglite.pool, { schema }),
    async close() {
      await pglite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function insert({ pool }: Pglite, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  const values = Object.values(row).map((value) =>
    value !== null && typeof value === 'object' && !Buffer.isBuffer(value) ? JSON.stringify(value) : value,
  );
  await pool.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    values,
  );
}

describe.each(WRITTEN)('snapshots of format $format', ({ format, migrations, note }) => {
  const { workshops, snapshots } = fixtureOf(format);
  let database: Awaited<ReturnType<typeof databaseAt>>;

  beforeAll(async () => {
    database = await databaseAt(migrations);
    for (const row of workshops) await insert(database.pglite, 'workshop', { ...row, created_by: null });
    for (const row of snapshots) await insert(database.pglite, 'snapshot', { ...row, taken_by: null });
    await migrate(database.pglite.pool);
  });
  afterAll(() => database.close());

  const reader = (workshopId: unknown): Actor => ({
    userId: crypto.randomUUID(),
    name: 'Läsare',
    functionName: '',
    workshopId: String(workshopId),
    role: 'facilitator',
  });

  it('open after every migration since, with the hash and the cards they were taken with', async () => {
    const opened: Record<string, number> = {};
    for (const row of snapshots) {
      const held = await readSnapshotWhole(database.db, reader(row.workshop_id), Number(row.number));
      expect(held.sha256).toBe(row.sha256);
      expect(held.takenAt.toISOString()).toBe(new Date(String(row.created_at)).toISOString());
      opened[held.label] = held.journey.cards.length;
      const live = openJourney(new Y.Doc());
      Y.applyUpdate(live.doc, held.state);
      const { cards, touchpoints } = toJourney(live);
      expect(cards.map(({ id, text }) => [id, text])).toEqual(
        held.journey.cards.map(({ id, text }) => [id, text]),
      );
      expect(touchpoints).toEqual(held.journey.touchpoints);
      if (held.label !== 'Liten') {
        expect(Object.keys(held.sources).length).toBeGreaterThan(20);
        continue;
      }
      expect(held.note).toBe(note);
      expect(held.journey.cards.map(({ text }) => text)).toContain('Kort av slaget emotion: å ä ö “” 😤');
      expect(live.drawing.has('shape:fixture')).toBe(true);
    }
    expect(opened).toEqual(CARDS);
  });

  it('are told in the list with their figures', async () => {
    const demo = workshops.find((row) => row.demo);
    const list = await listSnapshots(database.db, reader(demo?.id));
    expect(list.map(({ number, map }) => [number, map])).toEqual([
      [2, 'asIs'],
      [1, 'asIs'],
    ]);
    for (const { head, size } of list) {
      expect(head?.map.capital.marked).toBeGreaterThan(0);
      expect(size).toBeGreaterThan(0);
    }
  });
});
