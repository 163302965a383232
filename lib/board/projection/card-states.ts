import type { CardBox, MapLayout } from '../../journey/layout/index.ts';
import { isSameValue } from '../../journey/merge/same.ts';
import type { Card, Journey } from '../../journey/model.ts';
import { type Computed, computed, isUninitialized, type Signal } from '../signals.ts';

export interface CardState {
  card: Card;
  /** While it is dragged the one it had; null when it never had one: on the tray. */
  box: CardBox | null;
}

/**
 * A lookup of one card that only tells its readers when that card changed in content or size, so that
 * typing in one card draws one card.
 */
export function cardsByContent(
  $journey: Signal<Journey>,
  $layout: Signal<MapLayout>,
): (cardId: string) => CardState | undefined {
  const $index = computed('cardIndex', () => new Map($journey.get().cards.map((c) => [c.id, c])));
  const states = new Map<string, Computed<CardState | undefined>>();

  return (cardId) => {
    let state = states.get(cardId);
    if (!state) {
      state = computed<CardState | undefined>(
        `card ${cardId}`,
        (before) => {
          const card = $index.get().get(cardId);
          const last = isUninitialized(before) ? null : (before?.box ?? null);
          return card && { card, box: $layout.get().cards.get(cardId) ?? last };
        },
        { isEqual: sameState },
      );
      states.set(cardId, state);
    }
    const value = state.get();
    if (!value) states.delete(cardId);
    return value;
  };
}

function sameState(a: CardState | undefined, b: CardState | undefined): boolean {
  if (!a || !b) return a === b;
  return sameBox(a.box, b.box) && isSameValue(a.card, b.card);
}

/** Where a card lies is the canvas' business; only what is drawn inside it counts here. */
function sameBox(a: CardBox | null, b: CardBox | null): boolean {
  if (!a || !b) return a === b;
  return a.w === b.w && a.h === b.h && a.shape === b.shape && isSameValue(a.lines, b.lines);
}
