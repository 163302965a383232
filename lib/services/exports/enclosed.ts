import { and, eq, inArray } from 'drizzle-orm';
import * as Y from 'yjs';
import { z } from 'zod';
import { fileIdOf } from '../../board/schema/pictures.ts';
import { files, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Enclosed } from '../../export/json/schema.ts';
import { openJourney } from '../../journey/document.ts';
import type { Sources } from '../../journey/sources.ts';
import { drawingOf } from '../../journey/written.ts';

/** More pictures would make a file that nobody can send; those beyond it are left out. */
const MOST_PICTURE_BYTES = 20 * 1024 * 1024;

/** What a journey file carries from beside the snapshot: who stands behind it, and its pictures. */
export async function enclosedWith(
  db: Db,
  workshopId: string,
  { sources, state }: { sources: Sources; state: Uint8Array },
): Promise<Enclosed> {
  return {
    interviews: await interviewsBehind(db, workshopId, sources),
    pictures: await picturesOf(db, workshopId, state),
  };
}

async function interviewsBehind(
  db: Db,
  workshopId: string,
  sources: Sources,
): Promise<Enclosed['interviews']> {
  const ids = uuids(Object.values(sources).map((source) => source.interviewId));
  if (ids.length === 0) return {};
  const rows = await db
    .select()
    .from(interviews)
    .where(and(eq(interviews.workshopId, workshopId), inArray(interviews.id, ids)));
  return Object.fromEntries(
    rows.map(({ id, alias, kind, segment, personaId, heldOn, consent, consentAt }) => [
      id,
      { alias, kind, segment, personaId, heldOn, consent, consentAt: consentAt?.toISOString() ?? null },
    ]),
  );
}

async function picturesOf(db: Db, workshopId: string, state: Uint8Array): Promise<Enclosed['pictures']> {
  const ids = pictureIds(state);
  if (ids.length === 0) return {};
  const mine = and(eq(files.workshopId, workshopId), inArray(files.id, ids));
  const sizes = await db.select({ id: files.id, size: files.size }).from(files).where(mine);
  const out: Enclosed['pictures'] = {};
  let bytes = 0;
  for (const { id, size } of sizes) {
    if (bytes + size > MOST_PICTURE_BYTES) continue;
    bytes += size;
    const [row] = await db.select().from(files).where(eq(files.id, id));
    if (row) out[id] = { type: row.type, base64: Buffer.from(row.bytes).toString('base64') };
  }
  return out;
}

function pictureIds(state: Uint8Array): string[] {
  const j = openJourney(new Y.Doc());
  Y.applyUpdate(j.doc, state);
  const found = Object.values(drawingOf(j)).flatMap((record) => fileIdOf(record['props.src']) ?? []);
  j.doc.destroy();
  return uuids(found);
}

const uuids = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id) => z.uuid().safeParse(id).success)),
];
