import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from '../../lib/db/migrate.ts';
import { type Pglite, startPglite } from '../../lib/db/pglite.ts';
import { installationRoot } from '../../lib/db/root.ts';
import * as schema from '../../lib/db/schema/index.ts';
import type { OpenDb } from '../../lib/db/types.ts';

const root = installationRoot(import.meta.url);

/**
 * A throw-away database in memory, really migrated, behind the same driver as in production. The first
 * one on a machine makes a dump of the migrated state (a few seconds); all others start from it (< 1 s).
 * @param folder keeps it in a folder instead, which must be empty
 */
export async function openTestDatabase(folder?: string): Promise<{ db: OpenDb; close(): Promise<void> }> {
  const archive = cachedArchive() ?? (await makeArchive());
  const sockets = mkdtempSync(path.join(os.tmpdir(), 'utifran-test-'));
  const pglite = await startPglite({ folder, sockets, archive });
  return {
    db: drizzle(pglite.pool, { schema }),
    async close() {
      await pglite.close();
      rmSync(sockets, { recursive: true, force: true });
    },
  };
}

/** Named by what went into it: other migrations or another PGlite make another dump. */
function archivePath(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(path.join(root, 'drizzle'))
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(path.join(root, 'drizzle', file)));
  }
  hash.update(readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json')));
  return path.join(root, 'node_modules/.cache/utifran', `migrated-${hash.digest('hex').slice(0, 16)}.tar`);
}

function cachedArchive(): Uint8Array | undefined {
  const file = archivePath();
  return existsSync(file) ? readFileSync(file) : undefined;
}

async function makeArchive(): Promise<Uint8Array> {
  const sockets = mkdtempSync(path.join(os.tmpdir(), 'utifran-test-'));
  let pglite: Pglite | undefined;
  try {
    pglite = await startPglite({ folder: undefined, sockets });
    await migrate(pglite.pool);
    const dump = await pglite.dump();
    const file = archivePath();
    mkdirSync(path.dirname(file), { recursive: true });
    // Test workers may do this side by side: each writes its own and the last rename wins.
    const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
    writeFileSync(own, dump);
    renameSync(own, file);
    return dump;
  } finally {
    await pglite?.close();
    rmSync(sockets, { recursive: true, force: true });
  }
}
