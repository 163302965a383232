import type * as Y from 'yjs';
import type { Card } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { cardShapeId } from '../schema/ids.ts';
import { type Change, changesOf } from './announce.ts';

/** Long enough to gather what belongs together, and to let a screen reader finish what it says. */
const GATHER_MS = 800;
const LEAST_MS = 5_000;

/**
 * Gathers what others do to the map and tells it from time to time, at most one piece of news in five
 * seconds. What this person does, or undoes, is not told.
 * @returns a function that stops.
 */
export function listenToOthers(board: Board, tell: (changes: Change[]) => void): () => void {
  const before = new Map<string, Card | null>();
  let structure = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  function onCards(events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) {
    if (local) return;
    const touched = new Set(
      events.flatMap((event) => (event.path.length === 0 ? [...event.keys.keys()] : [String(event.path[0])])),
    );
    const unknown = [...touched].filter((id) => !before.has(id));
    if (unknown.length > 0) {
      // Not yet read anew: what the board knows is how they were.
      const known = new Map(board.$journey.get().cards.map((card) => [card.id, card]));
      for (const id of unknown) before.set(id, known.get(id) ?? null);
    }
    schedule();
  }
  function onStructure(_events: unknown, { local }: Y.Transaction) {
    if (local) return;
    structure = true;
    schedule();
  }
  function schedule() {
    timer ??= setTimeout(flush, Math.max(GATHER_MS, last + LEAST_MS - Date.now()));
  }
  function flush() {
    timer = undefined;
    const changes = changesOf(before, board.$journey.get(), (card, added) => whoHas(board, card, added));
    if (structure) changes.unshift({ what: 'structure' });
    before.clear();
    structure = false;
    if (changes.length === 0) return;
    last = Date.now();
    tell(changes);
  }

  const { cards, phases, touchpoints, lanes } = board.j;
  cards.observeDeep(onCards);
  for (const part of [phases, touchpoints, lanes]) part.observeDeep(onStructure);
  return () => {
    clearTimeout(timer);
    cards.unobserveDeep(onCards);
    for (const part of [phases, touchpoints, lanes]) part.unobserveDeep(onStructure);
  };
}

/** Who added it; for other changes whoever has the card selected or open, as far as that can be seen. */
function whoHas(board: Board, card: Card, added: boolean): string | null {
  const others = board.$others.get();
  if (added) {
    const here = others.find((other) => other.user.id === card.authorId);
    return board.$members.get().get(card.authorId)?.name ?? here?.user.name ?? null;
  }
  const shape = cardShapeId(card.id);
  const hand = others.find((o) => o.editing?.cardId === card.id || o.selection.includes(shape));
  return hand?.user.name ?? null;
}
