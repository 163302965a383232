/** Where a mark stands in its turn's text: UTF-16 units, end excluded. */
export interface Range {
  start: number;
  end: number;
}

export interface Segment<T> extends Range {
  text: string;
  /** The marks that cover this stretch, in the order given. */
  marks: T[];
}

/** A turn's text cut at every mark's ends, so that overlapping marks can each be drawn. Empty marks are left out. */
export function segmentsOf<T extends Range>(text: string, marks: readonly T[]): Segment<T>[] {
  const within = marks.filter((m) => m.start >= 0 && m.end <= text.length && m.start < m.end);
  const cuts = [...new Set([0, text.length, ...within.flatMap((m) => [m.start, m.end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    const covering = within.filter((m) => m.start <= start && m.end >= end);
    return { start, end, text: text.slice(start, end), marks: covering };
  });
}
