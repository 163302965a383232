import type { Card, CardKind, Evidence } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { type Atom, atom, type Computed, computed } from '../signals.ts';

/** What the map is looked at through. A key that is absent asks nothing; null asks for “none”. */
export interface CardFilter {
  /** null: cards nobody has given to a persona. */
  personaId?: string | null;
  /** null: cards without an interview behind them. */
  interviewId?: string | null;
  kind?: CardKind;
  evidence?: Evidence;
  authorId?: string;
}

export const FILTER_KEYS = ['persona', 'interview', 'kind', 'evidence', 'author'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The field of a filter that a control of the interface sets. */
export const FIELD = {
  persona: 'personaId',
  interview: 'interviewId',
  kind: 'kind',
  evidence: 'evidence',
  author: 'authorId',
} as const satisfies Record<FilterKey, keyof CardFilter>;

export const isActive = (filter: CardFilter): boolean =>
  FILTER_KEYS.some((key) => filter[FIELD[key]] !== undefined);

type Filtered = Pick<Card, 'personaId' | 'source' | 'kind' | 'evidence' | 'authorId'>;

/** Whether a card is among those asked for: every key that is set must hold. */
export function matches(card: Filtered, filter: CardFilter): boolean {
  const { personaId, interviewId, kind, evidence, authorId } = filter;
  return (
    (personaId === undefined || card.personaId === personaId) &&
    (interviewId === undefined || (card.source?.interviewId ?? null) === interviewId) &&
    (kind === undefined || card.kind === kind) &&
    (evidence === undefined || card.evidence === evidence) &&
    (authorId === undefined || card.authorId === authorId)
  );
}

/** One person's filter of one open map: kept in memory, never in the document. */
export interface BoardFilter {
  readonly $filter: Atom<CardFilter>;
  /** How many of the cards on the map match; null while nothing is asked. */
  readonly $count: Computed<{ matching: number; all: number } | null>;
  /** Sets some keys and leaves the others; undefined takes a key away. */
  set(fields: { [K in keyof CardFilter]?: CardFilter[K] | undefined }): void;
  clear(): void;
}

const filters = new WeakMap<Board, BoardFilter>();

/** The filter of a board; the same one whoever asks. */
export function filterOf(board: Board): BoardFilter {
  let held = filters.get(board);
  if (!held) {
    held = makeFilter(board);
    filters.set(board, held);
  }
  return held;
}

/** The last one of each map, for as long as the page lives: sessions come and go under it. */
const last = new Map<string, CardFilter>();

function makeFilter(board: Board): BoardFilter {
  const { workshopId } = board.options;
  const $filter = atom<CardFilter>('filter', last.get(workshopId) ?? {});
  const ask = (filter: CardFilter) => {
    last.set(workshopId, filter);
    $filter.set(filter);
  };
  const $count = computed(
    'filter count',
    () => {
      const filter = $filter.get();
      if (!isActive(filter)) return null;
      const placed = board.$journey.get().cards.filter((c) => c.place !== null);
      return { matching: placed.filter((c) => matches(c, filter)).length, all: placed.length };
    },
    { isEqual: (a, b) => a?.matching === b?.matching && a?.all === b?.all },
  );
  return {
    $filter,
    $count,
    set(fields) {
      const next = { ...$filter.get(), ...fields };
      for (const key of Object.keys(next) as (keyof CardFilter)[])
        if (next[key] === undefined) delete next[key];
      ask(next as CardFilter);
    },
    clear: () => ask({}),
  };
}

/**
 * Whether a card is faded now. Cheap to read per card inside a signal: while nothing is asked it depends
 * on the filter alone, otherwise on the filter and on that one card.
 */
export function isFaded(board: Board, cardId: string): boolean {
  const filter = filterOf(board).$filter.get();
  if (!isActive(filter)) return false;
  const card = board.cardState(cardId)?.card;
  return card !== undefined && !matches(card, filter);
}

/** How much of a faded card is seen: the map's shape stays readable behind what was asked for. */
export const FADED_OPACITY = 0.25;
