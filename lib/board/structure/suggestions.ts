import type { Board } from '../board.ts';

/** What is used on the map already, most often used first, then `others`; no word twice. */
function suggested(used: readonly (string | null)[], others: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const word of used) if (word) count.set(word, (count.get(word) ?? 0) + 1);
  const known = [...count].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([word]) => word);
  const seen = new Set(known.map((word) => word.toLocaleLowerCase()));
  return [...known, ...others.filter((word) => word && !seen.has(word.toLocaleLowerCase()))];
}

/** Channels used on the map, then the usual ones in the reader's language. */
export function channelsFor(board: Board, usual: readonly string[]): string[] {
  return suggested(
    board.$journey.get().touchpoints.map((t) => t.channel),
    usual,
  );
}

/** Departments used on the map, then the functions of those who take part. */
export function ownersFor(board: Board): string[] {
  const functions = [...board.$members.get().values()].map((m) => m.functionName);
  const different = new Map(functions.map((f) => [f.toLocaleLowerCase(), f]));
  return suggested(
    board.$journey.get().touchpoints.map((t) => t.owner),
    [...different.values()].sort((a, b) => a.localeCompare(b)),
  );
}
