import { CARD_KINDS, type Card, EVIDENCE } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { FIELD, type FilterKey } from './filter.ts';
import { aliasIn } from './words.ts';

export interface Choice {
  /** What the filter's field is set to; null asks for cards that have none. */
  value: string | null;
  /** A name people gave; null where the interface has a word for the value. */
  name: string | null;
  /** How many cards on the map have it. */
  count: number;
}

/** What each control of the filter offers: only what the map's cards have, with how many. */
export function choicesOf(board: Board): Record<FilterKey, Choice[]> {
  const { cards, personas } = board.$journey.get();
  const placed = cards.filter((c) => c.place !== null);
  const count = (key: FilterKey) => {
    const counts = new Map<string | null, number>();
    for (const card of placed) {
      const value = fieldOf(card, key);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  const offered = (key: FilterKey, values: Iterable<string | null>, name = unnamed): Choice[] => {
    const counts = count(key);
    return [...values]
      .map((value) => ({ value, name: name(value), count: counts.get(value) ?? 0 }))
      .filter((choice) => choice.count > 0);
  };
  const interviews = interviewNames(board, placed);
  const members = board.$members.get();
  const authors = new Map(placed.map((c) => [c.authorId, members.get(c.authorId)?.name ?? null]));
  return {
    persona:
      personas.length === 0
        ? []
        : offered('persona', [...personas.map((p) => p.id), null], (id) => nameIn(personas, id)),
    interview: offered(
      'interview',
      interviews.size === 0 ? [] : [...interviews.keys(), null],
      (id) => (id && interviews.get(id)) ?? null,
    ),
    kind: offered('kind', CARD_KINDS),
    evidence: offered('evidence', EVIDENCE),
    // Whoever only reads is not told who the others are.
    author: [...authors]
      .filter(([, name]) => name !== null)
      .sort(([, a], [, b]) => String(a).localeCompare(String(b)))
      .flatMap(([id]) => offered('author', [id], (author) => authors.get(author ?? '') ?? null)),
  };
}

const unnamed = (_value: string | null): string | null => null;

const nameIn = (named: readonly { id: string; name: string }[], id: string | null) =>
  named.find((n) => n.id === id)?.name ?? null;

function fieldOf(card: Card, key: FilterKey): string | null {
  if (key === 'interview') return card.source?.interviewId ?? null;
  return card[FIELD[key] as 'personaId' | 'kind' | 'evidence' | 'authorId'];
}

/** Interviews by alias, as far as this person may know it; in the order of the first finding. */
function interviewNames(board: Board, cards: readonly Card[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { interviewId, alias } of board.$findings.get().values()) names.set(interviewId, alias);
  for (const { source } of cards) {
    if (!source || names.has(source.interviewId)) continue;
    const alias = aliasIn(board.options.sources[source.findingId]);
    if (alias) names.set(source.interviewId, alias);
  }
  return names;
}
