import * as Y from 'yjs';
import { type Collection, type JourneyDoc, plainEntry } from '../document.ts';
import { wordsOf } from '../judge/index.ts';

/** Why something one did could not be carried over. */
export type LostReason =
  /** Its card, phase, touchpoint, lane or drawing is gone: somebody removed it. */
  | 'removed'
  /** Somebody else changed the same; theirs stands. */
  | 'changed'
  /** One may no longer do it, or never could. */
  | 'notAllowed'
  /** There is no room for it: too many, or too long. */
  | 'full'
  /** The state it was made on is not kept any more: nobody can tell what it was. */
  | 'expired';

/** An edit that could not be carried over, in a form that can be told to its author. */
export interface Lost {
  reason: LostReason;
  collection: Collection | 'meta';
  /** Of the entry; of `meta` the property. */
  key: string;
  /** The card's words, the name of a phase, touchpoint or lane; empty when it has none. */
  title: string;
  /** What one had made of it, by property; null: removed it. `Y.Text` as its string. */
  values: Record<string, unknown> | null;
  /** The words in that, to be copied. */
  texts: string[];
}

/** Describes what `mine` holds of an entry: all of it, or only `fields`. */
export function lostEntry(
  reason: LostReason,
  mine: JourneyDoc,
  collection: Collection,
  key: string,
  fields: readonly string[] | null = null,
): Lost {
  const plain = plainEntry(key, mine[collection].get(key));
  const { id: _, ...all } = plain;
  const named = fields ? Object.fromEntries(fields.map((field) => [field, plain[field]])) : all;
  const change = { collection, key, whole: fields === null, fields: new Set(fields) };
  return {
    reason,
    collection,
    key,
    title: titleOf(mine, collection, key),
    values: named,
    texts: wordsOf({ entries: [change], meta: new Set(), strange: null }, mine),
  };
}

/** What an entry is called: the text people know it by. */
export function titleOf(j: JourneyDoc, collection: Collection, key: string): string {
  const entry: unknown = j[collection].get(key);
  const text = entry instanceof Y.Map ? entry.get(collection === 'cards' ? 'text' : 'name') : undefined;
  return text instanceof Y.Text ? text.toString() : '';
}
