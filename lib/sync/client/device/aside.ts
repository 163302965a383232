import * as Y from 'yjs';

/** A document of an earlier epoch with edits nobody knew to be durable, until they are carried over. */
export interface Aside {
  epoch: number;
  /** All of it. */
  state: Uint8Array;
  /** The state vector from before the first of those edits; null where it was not noted. */
  known: Uint8Array | null;
}

const KEY = 'aside:';
export const asideKey = (epoch: number): string => `${KEY}${epoch}`;
export const isAsideKey = (key: unknown): key is string => typeof key === 'string' && key.startsWith(KEY);

/** Two tabs may have put the same epoch aside: what either had is in the result. */
export function joined(held: Aside | undefined, next: Aside): Aside {
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
