/** IndexedDB by promises: just what the device's copy needs. */

const STORES = ['updates', 'custom'] as const;
export type Stores = Record<(typeof STORES)[number], IDBObjectStore>;

/** Opens the database of one document, with the stores y-indexeddb gave it in earlier releases. */
export function openStore(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('updates', { autoIncrement: true });
      request.result.createObjectStore('custom');
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      // A browser that deletes the site's data waits for us otherwise.
      db.onversionchange = () => db.close();
      resolve(db);
    };
  });
}

/**
 * Runs `work` in one transaction over both stores: all of it or none. `work` may await nothing but
 * requests of these stores. Resolves with what it returns once the transaction has committed.
 */
export function inOne<T>(db: IDBDatabase, work: (stores: Stores) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORES, 'readwrite');
    let result: T;
    let fault: unknown = null;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(fault ?? transaction.error ?? new Error('the browser store gave up'));
    work({ updates: transaction.objectStore('updates'), custom: transaction.objectStore('custom') }).then(
      (value) => {
        result = value;
      },
      (cause: unknown) => {
        fault = cause;
        try {
          transaction.abort();
        } catch {
          // It is over already; `onabort` has the word.
        }
      },
    );
  });
}

export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
