/** Beyond these, programs refuse pictures, and drawing one takes more memory than a small server has. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 50_000_000;
const SHARP = 2;

/** How many pixels a CSS pixel gets: two, or fewer where the whole would grow too large. */
export function scaleFor({ width, height }: { width: number; height: number }): number {
  return Math.min(SHARP, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
}
