import { type NotesDoc, prompt, readText } from '../document.ts';
import type { NotesChanges } from './changes.ts';

/** Characters that are kept to be copied. */
const MOST = 100_000;

/** The words in the lines and prompts an update touched, as they stand with the update applied. */
export function wordsOfNotes(
  { lines, keys }: Pick<NotesChanges, 'lines' | 'keys'>,
  after: NotesDoc,
): string[] {
  const words = [...lines].map((line) => (line._item?.deleted ? '' : readText(line)));
  for (const id of keys.get('prompts') ?? []) {
    const held = prompt.safeParse(after.prompts.get(id));
    if (held.success) words.push(held.data.text);
  }
  let left = MOST;
  const kept: string[] = [];
  for (const word of new Set(words.map((text) => text.trim()))) {
    if (word === '' || left <= 0) continue;
    kept.push(word.slice(0, left));
    left -= word.length;
  }
  return kept;
}
