import * as Y from 'yjs';
import { openDatabase } from '../../lib/db/open.ts';
import { setCard } from '../../lib/journey/commands/cards.ts';
import { openJourney } from '../../lib/journey/document.ts';
import { documentStore } from '../../server/sync/store.ts';

/** Overwrites single values on a map's cards until it is worth writing anew. No server may have the folder open. */
export async function wearOut(dataDir: string, document: string): Promise<void> {
  const { db, close } = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const store = documentStore(db);
    const stored = await store.load(document);
    if (!stored) throw new Error(`There is no ${document}.`);
    const j = openJourney(new Y.Doc());
    for (const bytes of [stored.state, ...stored.tail.map((row) => row.bytes)]) Y.applyUpdate(j.doc, bytes);
    const cards = [...j.cards.keys()];
    j.doc.transact(() => {
      for (let n = 0; n < 24_000; n += 1) {
        j.doc.clientID = 1 + (n % 12);
        setCard(j, cards[n % cards.length] as string, { valence: (n % 5) / 2 - 1 });
      }
      for (const card of cards) setCard(j, card, { valence: null });
    });
    const covered = stored.tail.map((row) => row.seq);
    await store.compact(document, stored, Y.encodeStateAsUpdate(j.doc), covered);
  } finally {
    await close();
  }
}
