import type * as Y from 'yjs';
import { z } from 'zod';
import { clock, lineAttributes, NOTES_LIMITS, type NotesDoc, type NotesMap, prompt } from '../document.ts';
import type { NotesChanges } from './changes.ts';
import { isOne, LEEWAY, lineFault } from './line.ts';
import { wordsOfNotes } from './words.ts';

/** Why an update of the notes was refused; each code has its sentence in the errors namespace. */
export interface NotesRefusal {
  code: 'notesClosed' | 'editInvalid' | 'textTooLong' | 'notesFull';
  params: Record<string, string | number>;
  /** What the refused update wrote in words, so that its author can copy it. */
  texts: string[];
}

/** Whose update it is. */
export interface NotesAuthor {
  userId: string;
  /** Of the interview's team, and the notes are open for writing. */
  mayWrite: boolean;
  /** Whether a prompt of another may come with this update: somebody's edit brought by a peer. */
  mayBring?(userId: string): boolean;
}

type Reason = Omit<NotesRefusal, 'texts'>;
const refuse = (code: NotesRefusal['code'], params: NotesRefusal['params'] = {}): Reason => ({
  code,
  params,
});

const key = lineAttributes.shape.id;
const VALUES: Record<NotesMap, z.ZodType> = {
  covered: lineAttributes.shape.atMs,
  prompts: prompt,
  seen: z.literal(true),
  asked: z.literal(true),
  meta: clock,
};
/** The keys each map may ever have had. */
const MOST: Record<NotesMap, number> = {
  covered: NOTES_LIMITS.lines,
  prompts: NOTES_LIMITS.prompts * LEEWAY,
  seen: NOTES_LIMITS.prompts * LEEWAY,
  asked: NOTES_LIMITS.lines * LEEWAY,
  meta: 2,
};

/**
 * Decides on one update of live notes: null when it may stand, else why not and the words it wrote. Pure.
 * @param changes what the update did (`notesChangesOf`)
 * @param after the document with the update applied, in the transaction that applied it
 */
export function judgeNotes(changes: NotesChanges, author: NotesAuthor, after: NotesDoc): NotesRefusal | null {
  const reason = reasonAgainst(changes, author, after);
  return reason && { ...reason, texts: wordsOfNotes(changes, after) };
}

function reasonAgainst(changes: NotesChanges, author: NotesAuthor, after: NotesDoc): Reason | null {
  if (!author.mayWrite) return refuse('notesClosed');
  if (changes.isStrange) return refuse('editInvalid');
  for (const line of changes.lines) {
    const fault = lineFault(line);
    if (fault === 'tooLong') return refuse('textTooLong', { max: NOTES_LIMITS.line });
    if (fault) return refuse('editInvalid');
  }
  if (changes.adds && after.lines.length > NOTES_LIMITS.lines * LEEWAY) {
    return refuse('notesFull', { limit: NOTES_LIMITS.lines });
  }
  for (const [map, keys] of changes.keys) {
    for (const name of keys) if (!isSound(map, name, after, author)) return refuse('editInvalid');
    if (after[map]._map.size > MOST[map]) return refuse('notesFull', { limit: MOST[map] });
  }
  return null;
}

function isSound(map: NotesMap, name: string, after: NotesDoc, author: NotesAuthor): boolean {
  if (map === 'meta' && name !== 'clock') return false;
  const item = after[map]._map.get(name);
  if (!item || !key.safeParse(name).success) return false;
  // What one said to the other stands, and the clock is never taken away.
  if (item.deleted) return map !== 'prompts' && map !== 'meta';
  if (!isOne(item)) return false;
  const value: unknown = item.content.arr[0];
  if (!VALUES[map].safeParse(value).success) return false;
  return map !== 'prompts' || isOwn(item, value as { byId: string }, author);
}

/** Written once, and by the one whose it is. */
function isOwn(item: Y.Item, { byId }: { byId: string }, { userId, mayBring }: NotesAuthor): boolean {
  return item.left === null && (byId === userId || mayBring?.(byId) === true);
}
