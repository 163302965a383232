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

/** The selection without the blanks at its ends; null when nothing is left. */
export function trimmed(text: string, { start, end }: Range): Range | null {
  const cut = text.slice(start, end);
  const words = cut.trim();
  if (words === '') return null;
  const from = start + (cut.length - cut.trimStart().length);
  return { start: from, end: from + words.length };
}
