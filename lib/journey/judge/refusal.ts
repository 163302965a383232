import * as Y from 'yjs';
import { type JourneyDoc, plainEntry } from '../document.ts';
import type { Erased } from '../erased.ts';
import type { Changes } from './changes.ts';

/** Why an update was refused; each code has its sentence in the errors namespace. */
export type RefusalCode =
  | 'mapReadOnly'
  | 'structureLocked'
  | 'settingsLocked'
  | 'cardNotYours'
  | 'editInvalid'
  | 'textTooLong'
  | 'sourceErased'
  | 'mapFull';

export interface Refusal {
  code: RefusalCode;
  params: Record<string, string | number>;
  /** What the refused update wrote in words, so that its author can copy it. */
  texts: string[];
}

const MOST = 100_000;

/**
 * The words in the entries an update touched, as they stand with the update applied.
 * @param erased cards whose words are not to be given to anybody
 */
export function wordsOf(changes: Changes, after: JourneyDoc, erased?: Erased): string[] {
  const words: string[] = [];
  for (const { collection, key, whole, fields } of changes.entries) {
    const entry = after[collection].get(key);
    if (!(entry instanceof Y.Map)) continue;
    if (collection === 'cards' && erased?.has(key, entry.get('source'))) continue;
    if (collection === 'drawing') collectText(plainEntry(key, entry), words);
    else {
      for (const [field, value] of entry) {
        if (value instanceof Y.Text && (whole || fields.has(field))) words.push(value.toString());
      }
    }
  }
  return capped(words);
}

/** Every run of text an update inserts, in whatever place: for what cannot be read as entries. */
export function wordsIn(update: Uint8Array): string[] {
  const words: string[] = [];
  try {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        words.push(struct.content.str);
    }
  } catch {
    // Not an update at all: there are no words in it.
  }
  return capped(words);
}

/** tldraw keeps text as rich text: the leaves named `text`. */
function collectText(value: unknown, into: string[], left = { values: MOST }, depth = 0): void {
  // A Yjs type leads to its parents, its document and all there is.
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return;
  if (value instanceof Y.Doc || depth > 24) return;
  for (const [key, child] of Object.entries(value)) {
    left.values -= 1;
    if (left.values < 0) return;
    if (key === 'text' && typeof child === 'string') into.push(child);
    else collectText(child, into, left, depth + 1);
  }
}

function capped(words: string[]): string[] {
  let left = MOST;
  const kept: string[] = [];
  for (const word of new Set(words.map((w) => w.trim()))) {
    if (word === '' || left <= 0) continue;
    kept.push(word.slice(0, left));
    left -= word.length;
  }
  return kept;
}
