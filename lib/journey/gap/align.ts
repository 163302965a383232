/** A touchpoint's place along both maps at once. One that was moved has two: where it was, where it goes. */
export interface Column {
  touchpointId: string;
  at: 'both' | 'asIs' | 'toBe';
}

/**
 * Lays two orders of touchpoints along one line, so that both curves can be drawn over it and neither turns
 * back: what stands in the same order on both maps shares a column (a longest common subsequence); between
 * those, what only is comes before what only should be. Each order is kept within the line.
 */
export function align(asIs: readonly string[], toBe: readonly string[]): Column[] {
  const shared = lengths(asIs, toBe);
  const line: Column[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const [was, is] = [asIs[i], toBe[j]];
    if (was === undefined && is === undefined) return line;
    if (was !== undefined && was === is) {
      line.push({ touchpointId: was, at: 'both' });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(shared, i + 1, j) >= at(shared, i, j + 1))) {
      line.push({ touchpointId: was, at: 'asIs' });
      i += 1;
    } else if (is !== undefined) {
      line.push({ touchpointId: is, at: 'toBe' });
      j += 1;
    }
  }
}

/** How much the two have in common from each pair of places on. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      row[j] =
        a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

const at = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0;
