import { nanoid } from 'nanoid';
import { clock, clockAt, NOTES_LIMITS, type NotesDoc, STOPPED } from './document.ts';

/** What the two do beside writing. Each is one transaction with `notes.origin`. */

const heldClock = (notes: NotesDoc) => clock.safeParse(notes.meta.get('clock')).data ?? STOPPED;

/** @param now ms since 1970 */
export function startClock(notes: NotesDoc, now: number): void {
  const { before, since } = heldClock(notes);
  if (since === null) write(notes, () => notes.meta.set('clock', { before, since: now }));
}

/** @param now ms since 1970 */
export function pauseClock(notes: NotesDoc, now: number): void {
  const held = heldClock(notes);
  if (held.since === null) return;
  const before = Math.round(clockAt(held, now) ?? 0);
  write(notes, () => notes.meta.set('clock', { before, since: null }));
}

/** @param atMs of the interview's clock; null where it does not run */
export function setCovered(notes: NotesDoc, questionId: string, on: boolean, atMs: number | null): void {
  write(notes, () => (on ? notes.covered.set(questionId, atMs) : notes.covered.delete(questionId)));
}

export function setAsked(notes: NotesDoc, lineId: string, on: boolean): void {
  write(notes, () => (on ? notes.asked.set(lineId, true) : notes.asked.delete(lineId)));
}

/** Puts a silent prompt to the other one; false when no more fit, or there is nothing in it. */
export function sendPrompt(
  notes: NotesDoc,
  { text, byId, atMs }: { text: string; byId: string; atMs: number | null },
): boolean {
  const words = text.trim().slice(0, NOTES_LIMITS.prompt);
  if (words === '' || notes.prompts.size >= NOTES_LIMITS.prompts) return false;
  write(notes, () => notes.prompts.set(nanoid(12), { text: words, byId, atMs }));
  return true;
}

export function seePrompt(notes: NotesDoc, promptId: string): void {
  write(notes, () => notes.seen.set(promptId, true));
}

function write(notes: NotesDoc, act: () => unknown): void {
  notes.doc.transact(() => void act(), notes.origin);
}
