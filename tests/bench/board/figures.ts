/** One measured thing by name, a value per sample; milliseconds unless the name says otherwise. */
export type Figures = Record<string, number>;

export function median(values: readonly number[]): number {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  if (sorted.length % 2) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

export const short = (n: number): string =>
  Number.isNaN(n) ? '–' : n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2);

/** Median (least–most). */
export function spread(values: readonly number[]): string {
  const known = values.filter((v) => !Number.isNaN(v));
  if (known.length === 0) return '–';
  if (known.length === 1) return short(known[0] as number);
  return `${short(median(known))} (${short(Math.min(...known))}–${short(Math.max(...known))})`;
}
