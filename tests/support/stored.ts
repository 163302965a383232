import * as Y from 'yjs';
import { openDatabase } from '../../lib/db/open.ts';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import type { DocumentName } from '../../lib/sync/protocol.ts';
import { documentStore } from '../../server/sync/store.ts';

/** A document as a data folder no server has open holds it: stored state and log. */
export async function storedIn(folder: string, document: DocumentName): Promise<JourneyDoc> {
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: undefined });
  const stored = await documentStore(db)
    .load(document)
    .finally(() => close());
  if (!stored) throw new Error(`${document} is gone`);
  const doc = new Y.Doc();
  for (const bytes of [stored.state, ...stored.tail.map((row) => row.bytes)]) Y.applyUpdate(doc, bytes);
  return openJourney(doc);
}
