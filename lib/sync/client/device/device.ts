import * as Y from 'yjs';
import type { Carried, Lost } from '../../../journey/merge/index.ts';
import {
  type Aside,
  adoptAside,
  asOne,
  beginEpoch,
  epochIn,
  FIRST_EPOCH,
  isAsideKey,
  putAside,
} from './epochs.ts';
import { done, inOne, openStore, type Stores } from './transaction.ts';

/** Above this many stored updates they are written as one. */
const MOST_UPDATES = 500;
/** How long a browser may take to open its store before we go on without it, ms. */
const PATIENCE = 2_000;
const nameOf = (document: string, userId: string): string => `utifran:${document}:${userId}`;

/**
 * What is kept of one document on this device, for one user. Several tabs may have it open: each
 * transaction first looks whether the store is still of its own epoch, so that content of two epochs
 * never lies together.
 */
export class Device {
  /** Content of an earlier session, which had loaded the document fully, is in the document now. */
  loaded = false;
  /** That session had edits nobody knew to be durable. */
  unsaved = false;
  /** Of what is kept. */
  epoch = FIRST_EPOCH;
  /** What sessions of earlier epochs left to be carried over, oldest first. */
  asides: Aside[] = [];
  /** What could not be carried over and nobody has read yet. */
  lost: Lost[] = [];
  #marked = false;
  #count = 0;
  #ended = false;

  private constructor(
    private readonly db: IDBDatabase,
    private readonly doc: Y.Doc,
    private readonly onFailure: () => void,
  ) {}

  /**
   * Opens the device's copy and loads it into `doc`, with the device as the origin; null where the
   * browser keeps nothing.
   * @param onFailure called once when it stops keeping, because the browser cannot or another tab went on;
   *   it can still `moveOn`
   */
  static async open(
    document: string,
    userId: string,
    doc: Y.Doc,
    onFailure: () => void = () => {},
  ): Promise<Device | null> {
    if (typeof indexedDB === 'undefined') return null;
    try {
      const device = new Device(await within(openStore(nameOf(document, userId))), doc, onFailure);
      await within(device.#load());
      return device;
    } catch (cause) {
      warn(cause);
      return null;
    }
  }

  /** The server said which epoch the document is of, while nothing of it was here yet. */
  begin(epoch: number): void {
    if (epoch === this.epoch) return;
    const was = this.epoch;
    this.epoch = epoch;
    this.#keep((stores) => beginEpoch(stores, was, epoch));
  }

  /** From now on the kept content is a whole document. */
  markWhole(): void {
    this.#keep(async ({ custom }) => {
      if ((await epochIn(custom)) !== this.epoch) return false;
      custom.put(1, 'whole');
      return true;
    });
  }

  /**
   * Notes whether this session has edits not known to be durable, for the next one. Only whoever set the
   * mark, or loaded what it stands for, takes it away: another tab may not.
   * @param known the state vector from before the first of them
   */
  markUnsaved(unsaved: boolean, known: Uint8Array | null = null): void {
    if (unsaved === this.#marked) return;
    this.#marked = unsaved;
    this.#keep(async ({ custom }) => {
      if ((await epochIn(custom)) !== this.epoch) return false;
      if (unsaved) custom.put(known ?? 1, 'unsaved');
      else custom.delete('unsaved');
      return true;
    });
  }

  /**
   * The document goes on under `epoch`: what was kept makes room for it and, if any of it was not known
   * to be durable, is put aside, in one transaction. Keeps nothing from then on. Rejects when the browser
   * fails; then everything is as it was.
   * @param own this session's document, when it has unsaved edits
   */
  async moveOn(epoch: number, own: Omit<Aside, 'epoch'> | null): Promise<void> {
    this.#stop();
    try {
      await inOne(this.db, (stores) => putAside(stores, this.epoch, epoch, own));
    } finally {
      this.db.close();
    }
  }

  /**
   * What was put aside has become `update`, to be kept as an unsaved edit of this epoch: in one
   * transaction, so that it is never carried over twice. False, and nothing is written, when another tab
   * has done it or has put more aside; `asides` then holds what is left to do. Rejects when the browser fails.
   * @param known the state vector without the update
   */
  async adopt(aside: Aside, carried: Carried, known: Uint8Array): Promise<boolean> {
    const left = await inOne(this.db, (stores) => adoptAside(stores, this.epoch, aside, carried, known));
    const others = this.asides.filter(({ epoch }) => epoch !== aside.epoch);
    this.asides = left && left !== 'adopted' ? [...others, left] : others;
    if (left === 'adopted' && carried.update) this.#marked = true;
    return left === 'adopted';
  }

  /**
   * Something was erased that the document no longer holds: writes what is kept anew, without its past, and
   * takes it out of what is put aside. Nothing happens when that was done for this `mark`.
   */
  forget(
    mark: number,
    forgets: { without(state: Uint8Array): Uint8Array; keeps(lost: Lost): boolean },
  ): void {
    this.#keep(async ({ updates, custom }) => {
      if ((await epochIn(custom)) !== this.epoch) return false;
      if ((await done<unknown>(custom.get('forgot'))) === mark) return true;
      const all = await done<Uint8Array[]>(updates.getAll());
      updates.clear();
      if (all.length > 0) updates.add(asOne(all));
      for (const key of (await done(custom.getAllKeys())).filter(isAsideKey)) {
        const aside = await done<Aside>(custom.get(key));
        custom.put({ ...aside, state: forgets.without(aside.state) }, key);
      }
      const lost = (await done<Lost[] | undefined>(custom.get('lost'))) ?? [];
      if (lost.length > 0)
        custom.put(
          lost.filter((one) => forgets.keeps(one)),
          'lost',
        );
      custom.put(mark, 'forgot');
      return true;
    });
  }

  /** Somebody has read what could not be carried over. */
  forgetLost(): void {
    this.#keep(async ({ custom }) => {
      custom.delete('lost');
      return true;
    });
  }

  /** Forgets the kept content, and stops keeping; what was put aside stays. */
  async clearContent(): Promise<void> {
    this.#stop();
    try {
      await inOne(this.db, async ({ updates, custom }) => {
        if ((await epochIn(custom)) !== this.epoch) return;
        updates.clear();
        for (const key of ['whole', 'unsaved']) custom.delete(key);
      });
    } finally {
      this.db.close();
    }
  }

  /** Forgets everything, and stops keeping. */
  async clear(): Promise<void> {
    this.#stop();
    try {
      await inOne(this.db, clearAll);
    } finally {
      this.db.close();
    }
  }

  close(): void {
    this.#stop();
    this.db.close();
  }

  async #load(): Promise<void> {
    const stored = await inOne(this.db, async ({ updates, custom }) => {
      this.epoch = await epochIn(custom);
      this.loaded = (await done<unknown>(custom.get('whole'))) !== undefined;
      this.unsaved = (await done<unknown>(custom.get('unsaved'))) !== undefined;
      this.lost = (await done<Lost[] | undefined>(custom.get('lost'))) ?? [];
      for (const key of (await done(custom.getAllKeys())).filter(isAsideKey)) {
        this.asides.push(await done<Aside>(custom.get(key)));
      }
      return done<Uint8Array[]>(updates.getAll());
    });
    this.asides.sort((a, b) => a.epoch - b.epoch);
    this.#marked = this.unsaved;
    this.#count = stored.length;
    this.doc.transact(() => {
      for (const update of stored) Y.applyUpdate(this.doc, update, this);
    }, this);
    this.doc.on('update', this.#store);
  }

  #store = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    this.#count += 1;
    const trim = this.#count > MOST_UPDATES;
    if (trim) this.#count = 1;
    this.#keep(async ({ updates, custom }) => {
      if ((await epochIn(custom)) !== this.epoch) return false;
      if (trim) {
        const all = await done<Uint8Array[]>(updates.getAll());
        updates.clear();
        updates.add(asOne([...all, update]));
      } else updates.add(update);
      return true;
    });
  };

  /** Writes without anybody waiting. `work` returns false when the store is no longer ours. */
  #keep(work: (stores: Stores) => Promise<boolean>): void {
    if (this.#ended) return;
    const failed = (cause: unknown) => {
      if (this.#ended) return;
      warn(cause);
      this.#stop();
      this.onFailure();
    };
    try {
      inOne(this.db, work).then((isOurs) => {
        if (!isOurs) failed(new Error('another tab has gone on to a newer version of the map'));
      }, failed);
    } catch (cause) {
      failed(cause);
    }
  }

  #stop(): void {
    this.#ended = true;
    this.doc.off('update', this.#store);
  }
}

/** Forgets a user's copy of a document that is not open: signed out, no longer a member. */
export async function forgetDevice(document: string, userId: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  try {
    const db = await openStore(nameOf(document, userId));
    await inOne(db, clearAll).finally(() => db.close());
  } catch (cause) {
    warn(cause);
  }
}

/** Deleting the database would wait for every other tab that has it open. */
async function clearAll({ updates, custom }: Stores): Promise<void> {
  updates.clear();
  custom.clear();
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
