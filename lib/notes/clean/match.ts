/** Above this many pairs the search is given up: what lies between is taken as rewritten altogether. */
const MOST_PAIRS = 4_000_000;

const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token);

/**
 * Which token of `b` each token of `a` has become: the longest way through both in order, where words count
 * for more than signs, because commas and full stops are alike everywhere.
 * @returns per token of `a` its index in `b`, −1 where it was taken away or rewritten
 */
export function matchTokens(a: readonly string[], b: readonly string[]): number[] {
  const matched: number[] = a.map(() => -1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    matched[start] = start;
    start += 1;
  }
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1;
    matched[a.length - end] = b.length - end;
  }
  const between = { a: a.slice(start, a.length - end), b: b.slice(start, b.length - end) };
  if (between.a.length * between.b.length > MOST_PAIRS) return matched;
  for (const [i, j] of bestPairs(between.a, between.b)) matched[start + i] = start + j;
  return matched;
}

function bestPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  const worth = a.map((token) => (isWord(token) ? 4 : 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const apart = Math.max(at(i + 1, j), at(i, j + 1));
      table[i * width + j] = a[i] === b[j] ? Math.max(apart, at(i + 1, j + 1) + (worth[i] ?? 0)) : apart;
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j] && at(i, j) === at(i + 1, j + 1) + (worth[i] ?? 0)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
