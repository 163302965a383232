import { eq } from 'drizzle-orm';
import { workshops } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import type { Rooms } from '../runtime.ts';
import { journeyDocument, mapDocuments, type Notice, toBeDocument } from '../sync/protocol.ts';

/** Tells the clients of both the workshop's maps that something beside them changed. */
export function tellMaps(rooms: Pick<Rooms, 'notify'>, workshopId: string, notice: Notice): void {
  for (const document of mapDocuments(workshopId)) rooms.notify(document, notice);
}

/** When the workshop's to-be map was branched, and from which snapshot's number; null: it has none. */
export async function toBeOf(db: Db, workshopId: string): Promise<{ at: Date; from: number | null } | null> {
  const [row] = await db
    .select({ at: workshops.toBeAt, from: workshops.toBeFrom })
    .from(workshops)
    .where(eq(workshops.id, workshopId));
  return row?.at ? { at: row.at, from: row.from } : null;
}

/**
 * The workshop's live maps (`encodeStateAsUpdate`): as-is, and to-be where it has one. For what must not
 * overlook a card on either. Throws roomUnavailable.
 */
export async function readMaps(
  db: Db,
  rooms: Pick<Rooms, 'read'>,
  workshopId: string,
): Promise<Uint8Array[]> {
  const asIs = await rooms.read(journeyDocument(workshopId));
  if (!(await toBeOf(db, workshopId))) return [asIs];
  return [asIs, await rooms.read(toBeDocument(workshopId))];
}
