import { matchTokens } from './match.ts';

/** Where a passage stands in a text: UTF-16 units, `end` excluded. */
export interface Span {
  start: number;
  end: number;
}

/** What stands for somebody's name or number in a clean copy, such as `[NAME 1]`. */
export const CODE = /\[\p{Lu}[\p{Lu} -]* \d{1,4}\]/gu;

/** Codes and words whole, every other sign by itself; blanks are only what is between. */
const TOKEN = /\[\p{Lu}[\p{Lu} -]* \d{1,4}\]|[\p{L}\p{N}\p{M}]+|[^\s]/gu;

interface Token extends Span {
  text: string;
}

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
  if (raw === clean) return spans.map((span) => trimmed(clean, span));
  const from = tokensOf(raw);
  const to = tokensOf(clean);
  const matched = matchTokens(
    from.map((token) => token.text),
    to.map((token) => token.text),
  );
  return spans.map((span) => {
    const first = from.findIndex((token) => token.end > span.start);
    const last = from.findLastIndex((token) => token.start < span.end);
    if (first === -1 || last < first) return null;
    return trimmed(clean, {
      start: startOf(from, to, matched, first, span.start),
      end: endOf(from, to, matched, last, span.end),
    });
  });
}

/** Where the token that begins the passage stands, or all that was put in place of it. */
function startOf(
  from: readonly Token[],
  to: readonly Token[],
  matched: readonly number[],
  first: number,
  at: number,
): number {
  const [token, pair] = [from[first], matched[first] ?? -1];
  if (token && pair >= 0) return (to[pair]?.start ?? 0) + Math.max(0, at - token.start);
  const before = matched.slice(0, first).findLast((other) => other >= 0) ?? -1;
  return to[before + 1]?.start ?? Number.POSITIVE_INFINITY;
}

function endOf(
  from: readonly Token[],
  to: readonly Token[],
  matched: readonly number[],
  last: number,
  at: number,
): number {
  const [token, pair] = [from[last], matched[last] ?? -1];
  if (token && pair >= 0) return (to[pair]?.end ?? 0) - Math.max(0, token.end - at);
  const after = matched.slice(last + 1).find((other) => other >= 0) ?? to.length;
  return to[after - 1]?.end ?? 0;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token,
    start: index,
    end: index + token.length,
  }));
}

/** Without blanks or half characters at its ends, as a finding has its words; null when empty. */
function trimmed(text: string, { start, end }: Span): Span | null {
  if (end <= start) return null;
  const from = isWithinPair(text, start) ? start - 1 : start;
  const words = text.slice(from, isWithinPair(text, end) ? end + 1 : end);
  if (words.trim() === '') return null;
  const at = from + words.length - words.trimStart().length;
  return { start: at, end: at + words.trim().length };
}

const isWithinPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
