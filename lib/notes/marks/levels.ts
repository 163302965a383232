import type { Range } from './segments.ts';

/**
 * On which line under the words each mark is drawn, 0 next to them: marks that overlap never share one, and a
 * mark keeps its line from its first word to its last. Longer marks come first, so that what is marked within
 * them lies below.
 * @returns in the order given
 */
export function levelsOf(marks: readonly Range[]): number[] {
  const order = marks
    .map((mark, i) => ({ mark, i }))
    .sort((a, b) => a.mark.start - b.mark.start || b.mark.end - a.mark.end || a.i - b.i);
  /** Where the last mark on each line ends. */
  const ends: number[] = [];
  const levels = marks.map(() => 0);
  for (const { mark, i } of order) {
    const free = ends.findIndex((end) => end <= mark.start);
    const level = free < 0 ? ends.length : free;
    ends[level] = mark.end;
    levels[i] = level;
  }
  return levels;
}
