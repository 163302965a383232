import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { files, findings, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { JourneyFile } from '../../export/json/schema.ts';
import type { Renamed } from './written.ts';

/** What the file's ids are called here: kept where they are free, so that a map brought back has its own again. */
export async function idsFor(db: Db, file: JourneyFile): Promise<Renamed> {
  return {
    interviews: await freeIds(db, interviews, interviewIds(file)),
    findings: await freeIds(db, findings, Object.keys(file.sources)),
    pictures: await freeIds(db, files, Object.keys(file.pictures)),
  };
}

/** Everybody who stands behind a card of the file. */
export const interviewIds = (file: JourneyFile): string[] => [
  ...new Set(Object.values(file.sources).map((source) => source.interviewId)),
];

const AT_ONCE = 1_000;

async function freeIds(
  db: Db,
  table: typeof interviews | typeof findings | typeof files,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const possible = ids.filter((id) => z.uuid().safeParse(id).success);
  const taken = new Set<string>();
  for (let at = 0; at < possible.length; at += AT_ONCE) {
    const rows = await db
      .select({ id: table.id })
      .from(table)
      .where(inArray(table.id, possible.slice(at, at + AT_ONCE)));
    for (const { id } of rows) taken.add(id);
  }
  const free = new Set(possible.filter((id) => !taken.has(id.toLowerCase())));
  return Object.fromEntries(ids.map((id) => [id, free.has(id) ? id : randomUUID()]));
}
