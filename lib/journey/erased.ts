import * as Y from 'yjs';
import type { JourneyDoc } from './document.ts';
import { type Source, source } from './model.ts';

/** What an interviewee has had erased, by ids and without a word of it. */
export interface ErasedIds {
  /** Everything that came from these. */
  interviewIds: readonly string[];
  findingIds: readonly string[];
  /** Cards without a source that repeat the words. */
  cardIds: readonly string[];
}

/** What may not be on a map any more. Grows, and is never taken back. */
export class Erased {
  readonly #ids = {
    interviewIds: new Set<string>(),
    findingIds: new Set<string>(),
    cardIds: new Set<string>(),
  };

  get isEmpty(): boolean {
    const { interviewIds, findingIds, cardIds } = this.#ids;
    return interviewIds.size + findingIds.size + cardIds.size === 0;
  }

  get ids(): ErasedIds {
    const { interviewIds, findingIds, cardIds } = this.#ids;
    return { interviewIds: [...interviewIds], findingIds: [...findingIds], cardIds: [...cardIds] };
  }

  /** Returns whether any of them is new. */
  add(ids: Partial<ErasedIds>): boolean {
    let news = false;
    for (const kind of ['interviewIds', 'findingIds', 'cardIds'] as const) {
      for (const id of ids[kind] ?? []) {
        if (this.#ids[kind].has(id)) continue;
        this.#ids[kind].add(id);
        news = true;
      }
    }
    return news;
  }

  /** Whether a card is to be gone. `from`: what it holds as its source. */
  has(cardId: string, from: unknown): boolean {
    if (this.#ids.cardIds.has(cardId)) return true;
    const parsed = source.safeParse(from);
    return parsed.success && this.hasSource(parsed.data);
  }

  hasSource({ interviewId, findingId }: Source): boolean {
    return this.#ids.interviewIds.has(interviewId) || this.#ids.findingIds.has(findingId);
  }

  /** Whether a map holds such a card. */
  isIn(journey: JourneyDoc): boolean {
    return this.#cardsIn(journey).length > 0;
  }

  /** Removes such cards, and what people gave them, as ordinary edits; returns how many cards. */
  removeFrom(journey: JourneyDoc): number {
    const gone = new Set(this.#cardsIn(journey));
    if (gone.size === 0) return 0;
    journey.doc.transact(() => {
      for (const key of gone) journey.cards.delete(key);
      for (const [key, entry] of journey.reactions) {
        const cardId: unknown = entry instanceof Y.Map ? entry.get('cardId') : null;
        if (typeof cardId === 'string' && gone.has(cardId)) journey.reactions.delete(key);
      }
    }, journey.origin);
    return gone.size;
  }

  #cardsIn({ cards }: JourneyDoc): string[] {
    if (this.isEmpty) return [];
    const found: string[] = [];
    for (const [key, entry] of cards) {
      if (this.has(key, entry instanceof Y.Map ? entry.get('source') : null)) found.push(key);
    }
    return found;
  }
}
