import * as Y from 'yjs';
import { comesOf, type EntryCollection, isReadable, readEntry } from '../document.ts';
import { card, LIMITS, lane, persona, phase, reaction, touchpoint } from '../model.ts';

const fieldsIn = (shape: object, ...derived: string[]): ReadonlySet<string> =>
  new Set(Object.keys(shape).filter((key) => key !== 'id' && !derived.includes(key)));

/** The fields an entry may have. An unknown one, from a newer client, is refused until this release knows it. */
const FIELDS: Record<EntryCollection, ReadonlySet<string>> = {
  phases: fieldsIn(phase.shape),
  touchpoints: fieldsIn(touchpoint.shape, 'personas'),
  lanes: fieldsIn(lane.shape),
  personas: fieldsIn(persona.shape),
  cards: fieldsIn(card.shape, 'reactions'),
  reactions: fieldsIn(reaction.shape),
};

const TEXT: Record<EntryCollection, { field: string; max: number } | null> = {
  phases: { field: 'name', max: LIMITS.name },
  touchpoints: { field: 'name', max: LIMITS.name },
  lanes: { field: 'name', max: LIMITS.name },
  personas: { field: 'name', max: LIMITS.name },
  cards: { field: 'text', max: LIMITS.cardText },
  reactions: null,
};

export type EntryFault = { code: 'editInvalid' } | { code: 'textTooLong'; max: number };

/**
 * Whether an entry is one that every client of this release can read and show; null when it is.
 * @param touched the fields that changed, and only these are looked at: what a newer release has put
 *   beside them stays, and its card can be edited. Undefined: the entry as such is new.
 */
export function faultOf(
  collection: EntryCollection,
  key: string,
  entry: unknown,
  touched?: ReadonlySet<string>,
): EntryFault | null {
  const invalid = { code: 'editInvalid' } as const;
  if (!isPlainMap(entry)) return invalid;
  const text = TEXT[collection];
  for (const field of touched ?? entry.keys()) {
    const value = entry.get(field);
    if (comesOf(collection, field) !== null) {
      if (value instanceof Y.AbstractType || !isReadable(collection, field, value)) return invalid;
      continue;
    }
    if (!FIELDS[collection].has(field)) return invalid;
    if (text && field === text.field) {
      if (!isPlainText(value)) return invalid;
      if (value.length > text.max) return { code: 'textTooLong', max: text.max };
    } else if (value instanceof Y.AbstractType) return invalid;
    if (touched && !isReadable(collection, field, value)) return invalid;
  }
  return touched || readEntry(collection, key, entry).success ? null : invalid;
}

/**
 * A map and nothing but a map, one value under each key as `set` writes it: Yjs lets any type carry list
 * content besides, unseen by its readers, and a run of letters under a key, of which it shows the last.
 */
export function isPlainMap(value: unknown): value is Y.Map<unknown> {
  if (!(value instanceof Y.Map) || value._start !== null) return false;
  for (const item of value._map.values()) {
    if (item.deleted) continue;
    if (item.length !== 1) return false;
    const { content } = item;
    if (
      content instanceof Y.ContentAny ? content.arr[0] === undefined : !(content instanceof Y.ContentType)
    ) {
      return false;
    }
  }
  return true;
}

/** Letters only: no formatting, embeds or hidden keys. */
function isPlainText(value: unknown): value is Y.Text {
  if (!(value instanceof Y.Text) || value._map.size > 0) return false;
  for (let item = value._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false;
  }
  return true;
}
