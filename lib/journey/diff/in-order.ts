/**
 * Which of the ids that both lists have really changed their place: the fewest that must be taken out for
 * the others to stand in the same order. Shifted by what came and went before it is not moved.
 */
export function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const rank = new Map(before.map((id, i) => [id, i]));
  const common = after.filter((id) => rank.has(id));
  const stays = new Set(longestRise(common.map((id) => rank.get(id) as number)).map((i) => common[i]));
  return new Set(common.filter((id) => !stays.has(id)));
}

/** The indices of the longest rising subsequence. */
function longestRise(values: readonly number[]): number[] {
  /** `tails[n]`: where the rise of n + 1 values with the lowest end ends. */
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, value] of values.entries()) {
    let at = tails.findIndex((tail) => (values[tail] as number) >= value);
    if (at < 0) at = tails.length;
    previous[i] = tails[at - 1] ?? -1;
    tails[at] = i;
  }
  const rise: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) rise.unshift(i);
  return rise;
}

/**
 * Both lists in one: `after` as it stands, and each entry that only `before` has behind the one it followed.
 */
export function together<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): { entry: T; gone: boolean }[] {
  const stays = new Set(after.map((entry) => entry.id));
  const lost = new Map<string | null, T[]>();
  let last: string | null = null;
  for (const entry of before) {
    if (stays.has(entry.id)) last = entry.id;
    else lost.set(last, [...(lost.get(last) ?? []), entry]);
  }
  const behind = (id: string | null) => (lost.get(id) ?? []).map((entry) => ({ entry, gone: true }));
  return [...behind(null), ...after.flatMap((entry) => [{ entry, gone: false }, ...behind(entry.id)])];
}
