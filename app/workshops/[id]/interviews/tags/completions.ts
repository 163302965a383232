const MOST = 7;

const plain = (text: string) => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();

/** The tags that may be meant: those that begin with what is typed first; all the usual ones while nothing is. */
export function completions(typed: string, known: readonly string[], has: readonly string[]): string[] {
  const wanted = plain(typed);
  const on = new Set(has.map(plain));
  const free = known.filter((name) => !on.has(plain(name)));
  const begin = free.filter((name) => plain(name).startsWith(wanted));
  const hold = free.filter((name) => !begin.includes(name) && plain(name).includes(wanted));
  return [...begin, ...hold].slice(0, MOST);
}
