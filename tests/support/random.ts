/** A seeded source of numbers (mulberry32): the same seed, the same run. */
export function random(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (p: number) => next() < p,
    of: <T>(items: readonly T[]): T => items[below(items.length)] as T,
  };
}
export type Random = ReturnType<typeof random>;
