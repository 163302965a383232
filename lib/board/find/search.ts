import type { CardKind } from '../../journey/model.ts';
import { type Query, queryOf, rank, type Sought } from './rank.ts';

/** The kinds of things that are found, in the order they are shown when they answer equally well. */
export const FOUND_IN = ['command', 'touchpoint', 'phase', 'lane', 'card', 'finding', 'person'] as const;
export type FoundIn = (typeof FOUND_IN)[number];

/** Something that can be found and gone to. */
export interface Entry {
  id: string;
  in: FoundIn;
  label: string;
  /** Where it is or whose it is, beside the label. */
  detail?: string;
  hint?: string;
  /** Drawn before it: a card's kind, a person's colour. */
  kind?: CardKind;
  colour?: string;
  /** The label made ready; and with everything else it is found by, less well. */
  name: Sought;
  all: Sought;
  /** A short name, found by letters left out as well. */
  loose?: boolean;
  /** Not shown before something is typed. */
  quiet?: boolean;
  run: () => void;
}

export interface FoundGroup {
  in: FoundIn;
  entries: Entry[];
  /** How many more answer. */
  more: number;
}

/** At most this many of each sort, and together no more than can be looked through. */
const MOST: Record<FoundIn, number> = {
  command: 12,
  touchpoint: 10,
  phase: 6,
  lane: 6,
  card: 16,
  finding: 10,
  person: 8,
};
const MOST_TOGETHER = 50;
/** What is found only by what stands beside its name. */
const BESIDE = 25;

/** What answers what was typed, sort by sort, the sort with the best answer first. */
export function search(entries: readonly Entry[], typed: string): FoundGroup[] {
  const query = queryOf(typed);
  if (query.words.length === 0) return atRest(entries);
  const found = new Map<FoundIn, { entry: Entry; rank: number; at: number }[]>();
  entries.forEach((entry, at) => {
    const answer = rankOf(entry, query);
    if (answer === null) return;
    const held = found.get(entry.in);
    if (held) held.push({ entry, rank: answer, at });
    else found.set(entry.in, [{ entry, rank: answer, at }]);
  });
  const groups = [...found].map(([sort, answers]) => {
    answers.sort((a, b) => a.rank - b.rank || a.at - b.at);
    return { sort, answers, best: answers[0]?.rank ?? 0 };
  });
  groups.sort((a, b) => a.best - b.best || FOUND_IN.indexOf(a.sort) - FOUND_IN.indexOf(b.sort));
  let room = MOST_TOGETHER;
  return groups.flatMap(({ sort, answers }) => {
    const shown = answers.slice(0, Math.min(MOST[sort], room)).map((a) => a.entry);
    room -= shown.length;
    return shown.length > 0 ? [{ in: sort, entries: shown, more: answers.length - shown.length }] : [];
  });
}

/** Before anything is typed: what can be done, and the map's touchpoints to go to. */
function atRest(entries: readonly Entry[]): FoundGroup[] {
  return (['command', 'touchpoint', 'person'] as const).flatMap((sort) => {
    const all = entries.filter((entry) => entry.in === sort && !entry.quiet);
    const shown = all.slice(0, 16);
    return shown.length > 0 ? [{ in: sort, entries: shown, more: all.length - shown.length }] : [];
  });
}

function rankOf({ name, all, loose }: Entry, query: Query): number | null {
  const byName = rank(name, query, loose);
  if (byName !== null) return byName;
  const beside = rank(all, query);
  return beside === null ? null : beside + BESIDE;
}

/** A long text cut so that what was found is seen, with where it stands in the cut. */
export function excerpt(
  text: string,
  places: readonly [number, number][],
): { text: string; places: [number, number][] } {
  const first = places[0]?.[0] ?? 0;
  if (first < 48) return { text, places: places.map(([a, b]) => [a, b]) };
  const from = text.lastIndexOf(' ', first - 24) + 1 || first - 24;
  const before = '… ';
  return {
    text: before + text.slice(from),
    places: places.map(([a, b]) => [a - from + before.length, b - from + before.length]),
  };
}
