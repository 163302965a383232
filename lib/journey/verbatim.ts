import type { Card } from './model.ts';

type Words = Pick<Card, 'kind' | 'text'>;

/** Whether a card says something else than its finding's `words`; an emotion's text is a note beside its face. */
export const isReworded = ({ kind, text }: Words, words: string): boolean =>
  kind !== 'emotion' && words.trim() !== text.trim();

/** The ids of the cards that say something else than what their findings say. */
export function reworded(
  cards: readonly (Words & Pick<Card, 'id' | 'source'>)[],
  sources: Readonly<Record<string, { words: string }>>,
): string[] {
  return cards.flatMap((card) => {
    const said = card.source && sources[card.source.findingId];
    return said && isReworded(card, said.words) ? [card.id] : [];
  });
}
