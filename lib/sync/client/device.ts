import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type { Doc } from 'yjs';

/** What is kept of one document on this device, for one user. */
export interface Device {
  /** The origin of what it loads into the document. */
  origin: unknown;
  /** Content of an earlier session, which had loaded the document fully, is in the document now. */
  loaded: boolean;
  /** That session had edits nobody knew to be durable. */
  unsaved: boolean;
  /** From now on the kept content is a whole document. */
  markWhole(): void;
  /** Notes whether this session has such edits, for the next one. */
  markUnsaved(unsaved: boolean): void;
  /** Stops keeping and forgets everything. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

const nameOf = (document: string, userId: string): string => `utifran:${document}:${userId}`;

/** How long a browser may take to open its store before we go on without it, ms. */
const PATIENCE = 2_000;

/** Opens the device's copy and loads it into `doc`; null where the browser keeps nothing. */
export async function openDevice(document: string, userId: string, doc: Doc): Promise<Device | null> {
  if (typeof indexedDB === 'undefined') return null;
  const name = nameOf(document, userId);
  try {
    // y-indexeddb leaves a store that cannot be opened as an unhandled rejection: ask first.
    (await within(openStore(name))).close();
    const kept = new IndexeddbPersistence(name, doc);
    await within(kept.whenSynced);
    const had = (await kept.get('unsaved')) !== undefined;
    let marked = had;
    return {
      origin: kept,
      unsaved: had,
      loaded: (await kept.get('whole')) !== undefined,
      markWhole: () => void kept.set('whole', 1).catch(warn),
      markUnsaved(unsaved) {
        // Only whoever set the mark, or loaded what it stands for, takes it away: another tab may not.
        if (unsaved === marked) return;
        marked = unsaved;
        void (unsaved ? kept.set('unsaved', 1) : kept.del('unsaved')).catch(warn);
      },
      async clear() {
        await kept.destroy();
        await clearStore(name);
      },
      close: () => kept.destroy(),
    };
  } catch (cause) {
    warn(cause);
    return null;
  }
}

/** Forgets a user's copy of a document that is not open: signed out, no longer a member. */
export async function forgetDevice(document: string, userId: string): Promise<void> {
  if (typeof indexedDB !== 'undefined') await clearStore(nameOf(document, userId)).catch(warn);
}

const openStore = (name: string): Promise<IDBDatabase> =>
  idb.openDB(name, (db) => idb.createStores(db, [['updates', { autoIncrement: true }], ['custom']]));

/** Empties the store: deleting it would wait for every other tab that has it open. */
async function clearStore(name: string): Promise<void> {
  const db = await openStore(name);
  try {
    const stores = idb.transact(db, ['updates', 'custom'], 'readwrite');
    await Promise.all(stores.map((store) => idb.rtop(store.clear())));
  } finally {
    db.close();
  }
}

function warn(cause: unknown): void {
  console.warn('This browser does not keep the map on the device.', cause);
}

function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser store does not answer')), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
