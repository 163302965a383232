import * as Y from 'yjs';
import { openJourney } from '../../lib/journey/document.ts';
import { carryUpdates } from '../../lib/journey/merge/index.ts';
import type { Logger } from './logger.ts';
import type { DocumentStore, StoredDocument } from './store.ts';

/** Each time another node was quicker. */
const ATTEMPTS = 5;

/**
 * Loads a document, and brings into it what was written in an earlier epoch after that had ended: by a
 * node that had not heard yet. Such rows were judged and receipted, so they count. Null: there is no such
 * document.
 */
export async function loadWhole(
  store: DocumentStore,
  logger: Logger,
  document: string,
): Promise<StoredDocument | null> {
  let stored = await store.load(document);
  for (let attempt = 0; stored && stored.stale.length > 0 && attempt < ATTEMPTS; attempt += 1) {
    const whole = await withStale(store, logger, document, stored);
    if (!whole) break;
    // One step: whoever does it second finds the generation raised and the rows gone.
    const generation = await store.compact(document, stored, whole.state, whole.covered);
    if (generation !== null) {
      logger.info(whole.told);
      return { ...stored, generation, state: whole.state, tail: [], stale: [] };
    }
    stored = await store.load(document);
  }
  return stored;
}

/** The document with the stale rows merged in; null when none of them can be. */
async function withStale(store: DocumentStore, logger: Logger, document: string, stored: StoredDocument) {
  const j = openJourney(new Y.Doc());
  for (const bytes of [stored.state, ...stored.tail.map((row) => row.bytes)]) Y.applyUpdate(j.doc, bytes);
  const covered = stored.tail.map((row) => row.seq);
  const left: string[] = [];
  let count = 0;
  for (const epoch of [...new Set(stored.stale.map((row) => row.epoch))].sort((a, b) => a - b)) {
    const rows = stored.stale.filter((row) => row.epoch === epoch);
    const past = await store.past(document, epoch);
    if (!past) {
      logger.error(
        `${rows.length} updates of ${document} from epoch ${epoch} stay in the log: its state is gone.`,
      );
      continue;
    }
    const { update, lost } = carryUpdates(
      past,
      rows.map((row) => row.bytes),
      j,
    );
    if (update) Y.applyUpdate(j.doc, update);
    covered.push(...rows.map((row) => row.seq));
    count += rows.length;
    left.push(...lost.map(({ collection, key, reason }) => `${collection}/${key} (${reason})`));
  }
  const state = Y.encodeStateAsUpdate(j.doc);
  j.doc.destroy();
  const told = `${count} late updates of ${document} from before epoch ${stored.epoch} are in; left out: ${left.join(', ') || 'nothing'}.`;
  return count > 0 ? { state, covered, told } : null;
}
