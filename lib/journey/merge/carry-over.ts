import * as Y from 'yjs';
import { COLLECTIONS, type Collection, type Entry, type JourneyDoc } from '../document.ts';
import { MOST_DRAWINGS, runsInCircle } from '../judge/drawing.ts';
import type { Author } from '../judge/index.ts';
import { LIMITS } from '../model.ts';
import { copyOf } from '../renew/renew.ts';
import { type Lost, type LostReason, lostEntry, titleOf } from './lost.ts';
import { carryField, changedFields, setOrDelete } from './properties.ts';
import { mayCarry } from './rights.ts';
import { isSameValue } from './same.ts';

/** Three states of one journey whose documents share no Yjs history. */
interface Sides {
  old: JourneyDoc;
  mine: JourneyDoc;
  target: JourneyDoc;
  author: Author | null;
  lost: Lost[];
}

/**
 * Carries what was done between `old` and `mine` over to `target`, which grew out of `old` elsewhere:
 * entry by entry and property by property, text by character. One transaction with the target's origin.
 * - A removal wins over an edit on either side, as it does between two people online.
 * - A single value changed on both sides stays as the target has it.
 * - An entry added under a key the target has already was carried over before, or is one person’s reaction
 *   on two devices: it stays as it is.
 * @param author who did it: what they may no longer do is left out; null: whatever it is, it may be done
 * @returns what could not be carried over. Everything else that differs between `old` and `mine` is in
 *   `target`.
 */
export function carryOver(
  old: JourneyDoc,
  mine: JourneyDoc,
  target: JourneyDoc,
  author: Author | null = null,
): { lost: Lost[] } {
  const sides: Sides = { old, mine, target, author, lost: [] };
  target.doc.transact(() => {
    for (const collection of COLLECTIONS) {
      for (const key of new Set([...old[collection].keys(), ...mine[collection].keys()])) {
        carryEntry(sides, collection, key);
      }
    }
    carryMeta(sides);
  }, target.origin);
  return { lost: sides.lost };
}

function carryEntry(sides: Sides, collection: Collection, key: string): void {
  const { old, mine, target } = sides;
  const was: unknown = old[collection].get(key);
  const wanted: unknown = mine[collection].get(key);
  if (isSameValue(was, wanted)) return;
  const now: unknown = target[collection].get(key);
  if (wanted === undefined) removeEntry(sides, collection, key, now);
  else if (was === undefined) addEntry(sides, collection, key, wanted, now);
  else if (now === undefined) {
    const fields = isMap(was) && isMap(wanted) ? changedFields(was, wanted) : null;
    sides.lost.push(lostEntry('removed', mine, collection, key, withText(fields, collection)));
  } else if (isMap(was) && isMap(wanted) && isMap(now)) {
    carryFields(sides, collection, key, { old: was, mine: wanted, target: now });
  } else if (isSameValue(was, now)) target[collection].set(key, copyOf(wanted) as Entry);
  else if (!isSameValue(wanted, now)) sides.lost.push(lostEntry('changed', mine, collection, key));
}

function removeEntry(sides: Sides, collection: Collection, key: string, held: unknown): void {
  const { old, target, author, lost } = sides;
  if (held === undefined) return;
  if (mayCarry(author, target, { collection, key, fields: null, held, brought: undefined })) {
    target[collection].delete(key);
    return;
  }
  const title = titleOf(old, collection, key);
  lost.push({ reason: 'notAllowed', collection, key, title, values: null, texts: [] });
}

function addEntry(sides: Sides, collection: Collection, key: string, brought: unknown, held: unknown): void {
  const { mine, target, author, lost } = sides;
  if (held !== undefined) return;
  const reason = whyNotAdd();
  if (reason === null) target[collection].set(key, copyOf(brought) as Entry);
  else lost.push(lostEntry(reason, mine, collection, key));
  if (reason === null && collection === 'drawing' && runsInCircle(target.drawing, key)) {
    target.drawing.delete(key);
    lost.push(lostEntry('changed', mine, collection, key));
  }

  function whyNotAdd(): LostReason | null {
    if (!mayCarry(author, target, { collection, key, fields: null, held, brought })) return 'notAllowed';
    const most = collection === 'drawing' ? MOST_DRAWINGS : LIMITS[collection];
    return target[collection].size >= most ? 'full' : null;
  }
}

function carryFields(
  sides: Sides,
  collection: Collection,
  key: string,
  entry: { old: Entry; mine: Entry; target: Entry },
): void {
  const { mine, target, author, lost } = sides;
  const fields = changedFields(entry.old, entry.mine);
  if (!mayCarry(author, target, { collection, key, fields, held: entry.target, brought: entry.mine })) {
    const unlike = fields.filter((field) => !isSameValue(entry.mine.get(field), entry.target.get(field)));
    if (unlike.length > 0) lost.push(lostEntry('notAllowed', mine, collection, key, unlike));
    return;
  }
  for (const field of fields) {
    const now = entry.target.get(field);
    let reason = carryField(entry, field, collection);
    if (
      reason === null &&
      collection === 'drawing' &&
      field === 'place' &&
      runsInCircle(target.drawing, key)
    ) {
      setOrDelete(entry.target, field, now);
      reason = 'changed';
    }
    if (reason) lost.push(lostEntry(reason, mine, collection, key, [field]));
  }
}

function carryMeta({ old, mine, target, author, lost }: Sides): void {
  for (const key of changedFields(old.meta as Entry, mine.meta as Entry)) {
    const [was, wanted, now] = [old.meta.get(key), mine.meta.get(key), target.meta.get(key)];
    if (isSameValue(wanted, now)) continue;
    const reason = author && !author.maySettings ? 'notAllowed' : isSameValue(was, now) ? null : 'changed';
    if (reason === null) setOrDelete(target.meta, key, wanted);
    else {
      const texts = typeof wanted === 'string' ? [wanted] : [];
      lost.push({ reason, collection: 'meta', key, title: '', values: { [key]: wanted }, texts });
    }
  }
}

const isMap = (value: unknown): value is Entry => value instanceof Y.Map;

/** Of an entry that is gone, its words are offered too, whatever was changed of it. */
function withText(fields: string[] | null, collection: Collection): string[] | null {
  const text = collection === 'cards' ? 'text' : 'name';
  return fields === null || collection === 'drawing' ? null : [...new Set([...fields, text])];
}
