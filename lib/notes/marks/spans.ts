import type { Range } from './segments.ts';

/** The sentences or words of a text without the blanks around them. */
export function spansOf(text: string, granularity: 'sentence' | 'word', locale: string): Range[] {
  const spans: Range[] = [];
  for (const { segment, index, isWordLike } of new Intl.Segmenter(locale, { granularity }).segment(text)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = start + segment.trim().length;
    if (end > start && (granularity === 'sentence' || isWordLike)) spans.push({ start, end });
  }
  return spans;
}

/** The span after (or before) the selected one; the first (last) when nothing is selected; stays at the ends. */
export function stepSpan(spans: readonly Range[], selected: Range | null, step: 1 | -1): Range | null {
  if (!selected) return (step === 1 ? spans[0] : spans.at(-1)) ?? null;
  const next =
    step === 1 ? spans.find((s) => s.start >= selected.end) : spans.findLast((s) => s.end <= selected.start);
  return next ?? selected;
}

/** The selection with one span more at its end, or one fewer; never less than a span. */
export function stretch(spans: readonly Range[], selected: Range, step: 1 | -1): Range {
  if (step === 1) {
    const more = spans.find((s) => s.end > selected.end);
    return more ? { start: selected.start, end: more.end } : selected;
  }
  const fewer = spans.findLast((s) => s.end < selected.end && s.end > selected.start);
  return fewer ? { start: selected.start, end: fewer.end } : selected;
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** The selection widened to whole words: nobody means "nonli" of "nonlinear", a mouse does that. */
export function wholeWords(text: string, { start, end }: Range): Range {
  const joins = (at: number) => IN_WORD.test(charBefore(text, at)) && IN_WORD.test(charAfter(text, at));
  let [from, to] = [start, end];
  while (from > 0 && joins(from)) from -= charBefore(text, from).length;
  while (to < text.length && joins(to)) to += charAfter(text, to).length;
  return { start: from, end: to };
}

const charAfter = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};
const charBefore = (text: string, at: number): string => {
  const pair = text.slice(Math.max(0, at - 2), at);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
};

/** The selection without the blanks at its ends; null when nothing is left. */
export function trimmed(text: string, { start, end }: Range): Range | null {
  const cut = text.slice(start, end);
  const words = cut.trim();
  if (words === '') return null;
  const from = start + (cut.length - cut.trimStart().length);
  return { start: from, end: from + words.length };
}
