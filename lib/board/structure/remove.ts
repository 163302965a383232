import { removeLane, removePhase, removeTouchpoint } from '../../journey/commands/structure.ts';
import { type Card, laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { keepArrowEnds } from '../gestures/keep-arrow-ends.ts';
import type { Target } from './actions.ts';

/** A neighbour that can take in what lies in something that is removed. */
export interface Home {
  id: string;
  name: string;
  side: 'before' | 'after';
}

export interface Consequence {
  cards: number;
  /** Of a phase. */
  touchpoints: number;
  /** The neighbours on both sides, as far as there are any that take everything. */
  homes: Home[];
}

/** What removing `target` would leave without a place, and who could take it in. */
export function consequence(board: Board, target: Target): Consequence {
  const { touchpoints } = board.$journey.get();
  const { collection, id } = target;
  const moving = collection === 'phases' ? touchpoints.filter((t) => t.place.phaseId === id).length : 0;
  const cards = cardsUnder(board, target);
  return { cards: cards.length, touchpoints: moving, homes: homesFor(board, target, cards) };
}

function homesFor(board: Board, { collection, id }: Target, cards: readonly Card[]): Home[] {
  const all = board.$journey.get()[collection];
  const at = all.findIndex((x) => x.id === id);
  if (at < 0) return [];
  const takes = (candidate: (typeof all)[number]) =>
    !('kind' in candidate) || cards.every((card) => laneFor([candidate], card.kind) !== undefined);
  const before = all.slice(0, at).toReversed().find(takes);
  const after = all.slice(at + 1).find(takes);
  return [
    ...(before ? [{ id: before.id, name: before.name, side: 'before' as const }] : []),
    ...(after ? [{ id: after.id, name: after.name, side: 'after' as const }] : []),
  ];
}

function cardsUnder(board: Board, { collection, id }: Target): Card[] {
  const { cards, touchpoints } = board.$journey.get();
  const phaseOf = new Map(touchpoints.map((t) => [t.id, t.place.phaseId]));
  return cards.filter(({ place }) => {
    if (!place) return false;
    if (collection === 'lanes') return place.laneId === id;
    if (collection === 'touchpoints') return place.touchpointId === id;
    return phaseOf.get(place.touchpointId) === id;
  });
}

/**
 * Removes as one step. What lay there goes to `into`, the same cells of a neighbour; with null the cards go
 * to the tray, and a phase's touchpoints are removed with it.
 */
export function removeTarget(board: Board, target: Target, into: string | null): void {
  const { collection, id } = target;
  const cards = cardsUnder(board, target).map((c) => c.id);
  board.step((j) =>
    j.doc.transact(() => {
      if (into === null) keepArrowEnds(board, cards);
      if (collection === 'lanes') removeLane(j, id, into);
      else if (collection === 'touchpoints') removeTouchpoint(j, id, into);
      else removePhase(j, id, into);
    }, j.origin),
  );
}
