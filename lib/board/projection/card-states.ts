import type { CardBox, MapLayout } from '../../journey/layout/index.ts';
import { isSameValue } from '../../journey/merge/same.ts';
import type { Card, Journey } from '../../journey/model.ts';
import { type Atom, atom, react, type Signal } from '../signals.ts';
import { changedBoxes } from './changed-boxes.ts';

export interface CardState {
  card: Card;
  /** While it is dragged the one it had; null when it never had one: on the tray. */
  box: CardBox | null;
}

export interface CardStates {
  /** One card; a signal that reads it hears of it only when that card changed in content or size. */
  of(cardId: string): CardState | undefined;
  stop(): void;
}

const NO_BOXES: MapLayout['cards'] = new Map();

/**
 * Tells of each card by itself: every change of the map is gone through once, and only the readers of what
 * changed hear of it, so that typing in one card draws one card.
 */
export function cardsByContent($journey: Signal<Journey>, $layout: Signal<MapLayout>): CardStates {
  const states = new Map<string, Atom<CardState | undefined>>();
  const cards = new Map<string, Card>();
  let journey: Journey | undefined;
  let map: MapLayout | undefined;
  /** Changed, and their readers not told yet: in the midst of a transaction effects have to wait. */
  const pending = new Set<string>();

  /** Goes through what changed since the last time. */
  function look(nextJourney: Journey, nextMap: MapLayout): void {
    if (nextJourney.cards !== journey?.cards) {
      for (const card of nextJourney.cards) {
        if (cards.get(card.id) === card) continue;
        cards.set(card.id, card);
        pending.add(card.id);
      }
      if (cards.size > nextJourney.cards.length) forget(new Set(nextJourney.cards.map((c) => c.id)));
    }
    for (const cardId of changedBoxes(map?.cards ?? NO_BOXES, nextMap.cards)) pending.add(cardId);
    journey = nextJourney;
    map = nextMap;
  }

  function forget(there: ReadonlySet<string>): void {
    for (const cardId of cards.keys()) {
      if (there.has(cardId)) continue;
      cards.delete(cardId);
      pending.add(cardId);
    }
  }

  function stateOf(cardId: string, before: CardState | undefined): CardState | undefined {
    const card = cards.get(cardId);
    return card && { card, box: map?.cards.get(cardId) ?? before?.box ?? null };
  }

  const stop = react('card states', () => {
    look($journey.get(), $layout.get());
    const changed = [...pending];
    pending.clear();
    for (const cardId of changed) states.get(cardId)?.update((before) => stateOf(cardId, before));
  });

  return {
    of(cardId) {
      look($journey.__unsafe__getWithoutCapture(), $layout.__unsafe__getWithoutCapture());
      let state = states.get(cardId);
      if (!state) {
        // Of one that is not there nothing is remembered; it may come.
        if (!cards.has(cardId)) return void $journey.get();
        state = atom(`card ${cardId}`, stateOf(cardId, undefined), { isEqual: sameState });
        states.set(cardId, state);
      }
      const told = state.get();
      return pending.has(cardId) ? stateOf(cardId, told) : told;
    },
    stop,
  };
}

function sameState(a: CardState | undefined, b: CardState | undefined): boolean {
  if (!a || !b) return a === b;
  return sameBox(a.box, b.box) && (a.card === b.card || isSameValue(a.card, b.card));
}

/** Where a card lies is the canvas' business; only what is drawn inside it counts here. */
function sameBox(a: CardBox | null, b: CardBox | null): boolean {
  if (!a || !b || a === b) return a === b;
  return a.w === b.w && a.h === b.h && a.shape === b.shape && isSameValue(a.lines, b.lines);
}
