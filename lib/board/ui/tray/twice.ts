import type { Card } from '../../../journey/model.ts';

/** A finding that several cards of the map were made from. */
export interface Twice {
  findingId: string;
  /** On the map, the first one made first. */
  cards: Card[];
}

/** Findings placed more than once, for instance by two people at the same moment. */
export function placedTwice(cards: readonly Card[]): Twice[] {
  const byFinding = new Map<string, Card[]>();
  for (const card of cards) {
    if (!card.source || !card.place) continue;
    const held = byFinding.get(card.source.findingId);
    if (held) held.push(card);
    else byFinding.set(card.source.findingId, [card]);
  }
  return [...byFinding]
    .filter(([, made]) => made.length > 1)
    .map(([findingId, made]) => ({ findingId, cards: made.sort(firstMade) }));
}

/** Everybody sees the same one as the first, whoever's clock is wrong. */
const firstMade = (a: Card, b: Card) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
