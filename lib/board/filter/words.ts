import type { CardKind, Evidence } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import type { useMapText } from '../ui/text.ts';
import type { Choice } from './choices.ts';
import { type CardFilter, FIELD, FILTER_KEYS, type FilterKey } from './filter.ts';

type Text = ReturnType<typeof useMapText>;

/** A choice in the reader's language. */
export function wordOf(
  t: Text,
  board: Board,
  key: FilterKey,
  { value, name }: Pick<Choice, 'value' | 'name'>,
): string {
  if (key === 'kind') return t(`kind.${value as CardKind}`);
  if (key === 'evidence') return t(`evidence.${value as Evidence}`);
  if (value === null) return t(key === 'persona' ? 'filter.noPersona' : 'filter.noInterview');
  if (key === 'author' && value === board.options.userId) return t('filter.me');
  return name ?? t('filter.unknown');
}

/** What is asked for now, one chip each. */
export function chipsOf(t: Text, board: Board, filter: CardFilter): { key: FilterKey; label: string }[] {
  return FILTER_KEYS.flatMap((key) => {
    const value = filter[FIELD[key]];
    if (value === undefined) return [];
    return [{ key, label: wordOf(t, board, key, { value, name: nameOf(board, key, value) }) }];
  });
}

/** The name people gave what a filter asks for; null when it has none, or is not for this person to know. */
function nameOf(board: Board, key: FilterKey, value: string | null): string | null {
  if (value === null) return null;
  const { cards, personas } = board.$journey.get();
  if (key === 'persona') return personas.find((p) => p.id === value)?.name ?? null;
  if (key === 'author') return board.$members.get().get(value)?.name ?? null;
  if (key !== 'interview') return null;
  for (const { interviewId, alias } of board.$findings.get().values())
    if (interviewId === value) return alias;
  const source = cards.find((c) => c.source?.interviewId === value)?.source;
  return (source && aliasIn(board.options.sources[source.findingId])) ?? null;
}

/** "alias · time", as the server wrote it under the card. */
export const aliasIn = (line: string | undefined): string | null => line?.split(' · ')[0] ?? null;
