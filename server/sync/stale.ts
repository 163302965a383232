import * as Y from 'yjs';
import type { Kind } from './kinds/index.ts';
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
  kind: Kind,
): Promise<StoredDocument | null> {
  let stored = await store.load(document);
  for (let attempt = 0; stored && stored.stale.length > 0 && attempt < ATTEMPTS; attempt += 1) {
    const whole = await withStale(store, logger, document, kind, stored);
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
async function withStale(
  store: DocumentStore,
  logger: Logger,
  document: string,
  kind: Kind,
  stored: StoredDocument,
) {
  const content = kind.open(new Y.Doc());
  const { doc } = content;
  for (const bytes of [stored.state, ...stored.tail.map((row) => row.bytes)]) Y.applyUpdate(doc, bytes);
  const covered = stored.tail.map((row) => row.seq);
  const leftOut: string[] = [];
  let count = 0;
  for (const epoch of [...new Set(stored.stale.map((row) => row.epoch))].sort((a, b) => a - b)) {
    const rows = stored.stale.filter((row) => row.epoch === epoch);
    const past = await store.past(document, epoch);
    const carried =
      past &&
      content.carry?.(
        past,
        rows.map((row) => row.bytes),
      );
    if (!carried) {
      logger.error(
        `${rows.length} updates of ${document} from epoch ${epoch} stay in the log: its state is gone.`,
      );
      continue;
    }
    if (carried.update) Y.applyUpdate(doc, carried.update);
    covered.push(...rows.map((row) => row.seq));
    count += rows.length;
    leftOut.push(...carried.left);
  }
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  const told = `${count} late updates of ${document} from before epoch ${stored.epoch} are in; left out: ${leftOut.join(', ') || 'nothing'}.`;
  return count > 0 ? { state, covered, told } : null;
}

/** One update of many, without the past in them. */
export function merged(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
