import { docStates } from './schema/index.ts';
import type { Db } from './types.ts';

/**
 * Stores a live document's first state: in the transaction that makes what it belongs to (a workshop
 * and its map begin together or not at all). Clients never seed one.
 * @param db the transaction, or the database
 * @param document such as `journey:<workshopId>` (lib/sync/protocol.ts)
 * @param state a Yjs update, version 1 (`Y.encodeStateAsUpdate`)
 * @throws the database's unique violation (23505) when there is such a document already
 */
export async function createDocument(db: Db, document: string, state: Uint8Array): Promise<void> {
  await db.insert(docStates).values({ doc: document, state });
}
