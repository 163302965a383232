import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../lib/db/open.ts';
import { docUpdates } from '../../lib/db/schema/index.ts';
import { runSource } from '../support/process.ts';

test('three times killed in the middle of writing: every row that was said to be stored is there', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-kill-'));
  let stored: number[] = [];
  for (const rows of [40, 300, 150]) {
    const writer = runSource('tests/process/programs/write-rows.ts', [folder]);
    const enough = new RegExp(`(stored \\d+\\.\\s+){${rows}}`);
    await writer.says(enough);
    writer.signal('SIGKILL');
    await writer.exited;
    stored = stored.concat([...writer.output().matchAll(/stored (\d+)\./g)].map((match) => Number(match[1])));

    const database = await openDatabase({ dataDir: folder, databaseUrl: undefined });
    const found = new Set(
      (await database.db.select({ seq: docUpdates.seq }).from(docUpdates)).map((r) => r.seq),
    );
    expect(stored.filter((seq) => !found.has(seq))).toEqual([]);
    await database.close();
  }
  rmSync(folder, { recursive: true, force: true });
});
