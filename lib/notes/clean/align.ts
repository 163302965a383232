import type { Edit } from '../../journey/commands/text.ts';
import { editsBetween } from '../../journey/merge/diff.ts';

/** Where a passage stands in a text: UTF-16 units, `end` excluded. */
export interface Span {
  start: number;
  end: number;
}

/** What stands for somebody's name or number in a clean copy, such as `[NAME 1]`. */
export const CODE = /\[\p{Lu}[\p{Lu} ]* \d+\]/gu;

const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Where a passage of the raw text stands in the clean copy. What was rewritten across its ends belongs to it
 * whole: no word, no code and no character is cut in two.
 * @returns null when nothing of it is left
 */
export function alignSpan(raw: string, clean: string, start: number, end: number): Span | null {
  return alignSpans(raw, clean, [{ start, end }])[0] ?? null;
}

/** As alignSpan, for many passages of one text. */
export function alignSpans(raw: string, clean: string, spans: readonly Span[]): (Span | null)[] {
  const edits = editsBetween(raw, clean);
  return spans.map((span) => {
    const moved = { start: startIn(edits, span.start), end: endIn(edits, span.end) };
    if (moved.end <= moved.start) return null;
    return trimmed(clean, widened(raw, clean, span, moved));
  });
}

/** What is written in exactly before the passage is not of it; what replaces its beginning is. */
function startIn(edits: readonly Edit[], at: number): number {
  let moved = at;
  for (const edit of edits) {
    if (edit.at > at || (edit.at === at && edit.remove > 0)) break;
    if (edit.at + edit.remove > at) return moved - (at - edit.at);
    moved += edit.insert.length - edit.remove;
  }
  return moved;
}

function endIn(edits: readonly Edit[], at: number): number {
  let moved = at;
  for (const edit of edits) {
    if (edit.at >= at) break;
    if (edit.at + edit.remove > at) return moved + edit.insert.length - (at - edit.at);
    moved += edit.insert.length - edit.remove;
  }
  return moved;
}

/** Ends that stood between words stand between words again, and never within a code or a character. */
function widened(raw: string, clean: string, span: Span, moved: Span): Span {
  let { start, end } = moved;
  if (!isWithinWord(raw, span.start)) while (isWithinWord(clean, start)) start -= 1;
  if (!isWithinWord(raw, span.end)) while (isWithinWord(clean, end)) end += 1;
  for (const { 0: code, index } of clean.matchAll(CODE)) {
    if (index < start && start < index + code.length) start = index;
    if (index < end && end < index + code.length) end = index + code.length;
  }
  if (isWithinPair(clean, start)) start -= 1;
  if (isWithinPair(clean, end)) end += 1;
  return { start, end };
}

/** Without blanks at its ends, as a finding has its words. */
function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  if (words.trim() === '') return null;
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

const isWithinWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');

const isWithinPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
