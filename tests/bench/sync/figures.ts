/** Durations in ms, many of them: a growing array of numbers that is sorted once. */
export class Durations {
  #values = new Float64Array(1 << 12);
  #count = 0;
  #sorted = true;

  add(ms: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(this.#count * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count] = ms;
    this.#count += 1;
    this.#sorted = false;
  }

  get count(): number {
    return this.#count;
  }

  /** The value that `share` (0…1) of them do not exceed; NaN of none. */
  at(share: number): number {
    if (this.#count === 0) return Number.NaN;
    if (!this.#sorted) this.#values.subarray(0, this.#count).sort();
    this.#sorted = true;
    return this.#values[Math.max(0, Math.ceil(share * this.#count) - 1)] as number;
  }
}

/** The middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2
    ? (sorted[Math.floor(half)] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Three significant digits, no exponent: 0.43, 12.5, 1840. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

/** `median (least–most)`, or the median alone when there is one value. */
export function spread(values: readonly number[]): string {
  const known = values.filter((v) => Number.isFinite(v));
  if (known.length === 0) return '–';
  if (known.length === 1) return short(known[0] as number);
  return `${short(median(known))} (${short(Math.min(...known))}–${short(Math.max(...known))})`;
}
