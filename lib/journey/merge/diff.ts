import { type Edit, editBetween } from '../commands/text.ts';

/** Words, runs of space, and every other character by itself. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|\s+|./gsu;

const WORD = /[\p{L}\p{N}]/u;

/** Above this many pairs of tokens the search for what is alike is given up: one edit says it all. */
const MOST_PAIRS = 4_000_000;

/**
 * The edits that turn `before` into `after`, in order, each against `before`. Found word by word and then
 * trimmed to the characters, so that a sentence in place of another is one replacement and not a
 * weave of the letters and spaces they share.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const a = before.match(TOKEN) ?? [];
  const b = after.match(TOKEN) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1;
  }
  const from = a.slice(start, a.length - end);
  const to = b.slice(start, b.length - end);
  if (from.length * to.length > MOST_PAIRS) return [editBetween(before, after)];
  return hunks(from, to, lengthOf(a.slice(0, start)));
}

/** The differing stretches of two lists of tokens, the first of which begins at `offset` of its text. */
function hunks(a: readonly string[], b: readonly string[], offset: number): Edit[] {
  const common = longestCommon(a, b);
  const edits: Edit[] = [];
  let at = offset;
  let [removed, inserted, alike] = ['', '', ''];
  const flush = () => {
    if (removed !== inserted) {
      const edit = trimmed(removed, inserted);
      edits.push({ ...edit, at: at + edit.at });
    }
    at += removed.length + alike.length;
    [removed, inserted, alike] = ['', '', ''];
  };
  /** A space or a comma between two changed words belongs to one change. */
  const join = () => {
    removed += alike;
    inserted += alike;
    alike = '';
  };
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    const [old, next] = [a[i], b[j]];
    if (old !== undefined && old === next) {
      alike += old;
      if (WORD.test(old)) flush();
      i += 1;
      j += 1;
    } else {
      if (removed === inserted) flush();
      else join();
      if (old !== undefined && (next === undefined || common(i + 1, j) >= common(i, j + 1))) {
        removed += old;
        i += 1;
      } else {
        inserted += next;
        j += 1;
      }
    }
  }
  flush();
  return edits;
}

/** One edit from `before` to `after`: of the letters that differ where the two are alike, else of all. */
function trimmed(before: string, after: string): Edit {
  const edit = editBetween(before, after);
  const kept = before.length - edit.remove;
  return kept * 2 >= Math.min(before.length, after.length)
    ? edit
    : { at: 0, remove: before.length, insert: after };
}

/** How many tokens `a` from i on and `b` from j on have in common, in order. */
function longestCommon(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

const lengthOf = (tokens: readonly string[]): number => tokens.reduce((sum, token) => sum + token.length, 0);
