import * as Y from 'yjs';
import type { Carried, Lost } from '../../../journey/merge/index.ts';
import { done, type Stores } from './transaction.ts';

/**
 * The steps by which the device's copy goes from one epoch of a document to the next, each to be run in
 * one transaction. `custom` holds: epoch; whole; unsaved (1, or the state vector from before the first
 * unsaved edit); aside:<epoch>; lost; forgot (the mark of the last erasure taken out).
 */

/** Documents had no epochs in the first release, and every document begins with this one. */
export const FIRST_EPOCH = 1;

/** A document of an earlier epoch with edits nobody knew to be durable, until they are carried over. */
export interface Aside {
  epoch: number;
  /** All of it. */
  state: Uint8Array;
  /** The state vector from before the first of those edits; null where it was not noted. */
  known: Uint8Array | null;
}

const KEY = 'aside:';
export const isAsideKey = (key: unknown): key is string => typeof key === 'string' && key.startsWith(KEY);

/** Of what is in the store. */
export async function epochIn(custom: IDBObjectStore): Promise<number> {
  return (await done<number | undefined>(custom.get('epoch'))) ?? FIRST_EPOCH;
}

/** Turns an empty store of epoch `from` into one of epoch `to`; false when that would cost somebody something. */
export async function beginEpoch({ updates, custom }: Stores, from: number, to: number): Promise<boolean> {
  const held = await epochIn(custom);
  // Another tab may have begun it: then there is nothing to do.
  if (held === to) return true;
  if (held !== from || (await done<unknown>(custom.get('unsaved'))) !== undefined) return false;
  updates.clear();
  custom.delete('whole');
  custom.put(to, 'epoch');
  return true;
}

/** Puts what is unsaved of epoch `from` aside, and makes the store an empty one of epoch `to`. */
export async function putAside(
  { updates, custom }: Stores,
  from: number,
  to: number,
  own: Omit<Aside, 'epoch'> | null,
): Promise<void> {
  const isOurs = (await epochIn(custom)) === from;
  // Another tab may have stored edits that are not in our document.
  const mark: unknown = isOurs ? await done(custom.get('unsaved')) : undefined;
  const stored = mark === undefined ? [] : await done<Uint8Array[]>(updates.getAll());
  if (own || stored.length > 0) {
    const held = await done<Aside | undefined>(custom.get(KEY + from));
    const state = asOne(own ? [...stored, own.state] : stored);
    const known = mark instanceof Uint8Array ? mark : (own?.known ?? null);
    custom.put(joined(held, { epoch: from, state, known }), KEY + from);
  }
  if (!isOurs) return;
  updates.clear();
  for (const key of ['whole', 'unsaved']) custom.delete(key);
  custom.put(to, 'epoch');
}

/**
 * Forgets what was put aside and keeps what came of it as an unsaved edit of epoch `at`. When another tab
 * was quicker nothing is written, and what is left to do of that epoch is the result: null for nothing.
 */
export async function adoptAside(
  { updates, custom }: Stores,
  at: number,
  aside: Aside,
  { update, lost }: Carried,
  known: Uint8Array,
): Promise<'adopted' | Aside | null> {
  if ((await epochIn(custom)) !== at) throw new Error('the device holds another epoch');
  const held = await done<Aside | undefined>(custom.get(KEY + aside.epoch));
  if (held?.state.length !== aside.state.length) return held ?? null;
  custom.delete(KEY + aside.epoch);
  if (update) {
    updates.add(update);
    custom.put((await done<unknown>(custom.get('unsaved'))) ?? known, 'unsaved');
  }
  if (lost.length > 0) {
    const unread = (await done<Lost[] | undefined>(custom.get('lost'))) ?? [];
    custom.put([...unread, ...lost], 'lost');
  }
  return 'adopted';
}

/** Two tabs may have put the same epoch aside: what either had is in the result. */
function joined(held: Aside | undefined, next: Aside): Aside {
  if (!held) return next;
  return {
    epoch: next.epoch,
    state: Y.mergeUpdates([held.state, next.state]),
    known: held.known ?? next.known,
  };
}

/** One update in place of many, without what they deleted. */
export function asOne(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
