import type { RecordsDiff, TLRecord, TLShapeId, TLStore } from 'tldraw';
import { isSameValue } from '../../journey/merge/same.ts';
import type { Board } from '../board.ts';
import { cardIdOf } from '../schema/ids.ts';
import type { CardShape } from '../shapes/card/card-shape.ts';
import { react } from '../signals.ts';
import { cardShapes, indicesBelow, isCard } from './cards.ts';
import { followDrawings } from './drawings.ts';

export interface Projection {
  /** Shapes a running drag holds; see `CardShapes.changes`. */
  held: Set<string>;
  /** At the end of this turn, together with everything else that changes in it. */
  schedule(): void;
  /** At once. Never inside a store handler: tldraw refuses to merge there. */
  now(): void;
}

/**
 * Keeps tldraw's store a picture of the document: cards, then drawings, then bindings (a binding whose
 * end is not there yet is lost), in one merge that leaves no trace in tldraw's history. What did not change
 * costs nothing: cards are told apart by their boxes' identity, drawings by the document's events.
 * @param isOwnDrawing true while the document changes because of the canvas itself.
 */
export function startProjection(board: Board, store: TLStore, isOwnDrawing: () => boolean): Projection {
  const held = new Set<string>();
  const shapes = cardShapes(
    (id) => store.unsafeGetWithoutCapture(id) as CardShape | undefined,
    indicesBelow(),
  );
  const drawings = followDrawings(board.j);
  let journeyChanged = true;
  let drawingsChanged = true;
  let scheduled = false;
  let stopped = false;

  // A canvas that was mounted on this store before may have left shapes behind.
  for (const record of store.allRecords()) if (isCard(record)) shapes.doubt(record.id);
  const stopWatching = store.listen(({ changes }) => doubtAll(changes), { scope: 'document' });

  function doubtAll({ added, updated, removed }: RecordsDiff<TLRecord>) {
    // By their type: copies that nobody has adopted yet are cards without a card's id.
    for (const record of Object.values(added)) if (isCard(record)) shapes.doubt(record.id);
    for (const [, record] of Object.values(updated)) if (isCard(record)) shapes.doubt(record.id);
    for (const record of Object.values(removed)) if (isCard(record)) shapes.doubt(record.id);
  }

  function now() {
    if (stopped) return;
    scheduled = false;
    // What was drawn here and not yet written must not be overwritten by what the document still says.
    store._flushHistory();
    if (journeyChanged) board.readJourney();
    if (journeyChanged || drawingsChanged) countUnreadable();
    journeyChanged = false;
    const cards = shapes.changes(board.$layout.get().cards, held);
    // A binding to a card that comes back onto the map comes back with it.
    if (bindsTo(cards.put.filter(({ id }) => !store.has(id)))) drawingsChanged = true;
    const drawn = drawingsChanged ? drawingChanges() : { put: [], remove: [] };
    drawingsChanged = false;
    const remove = [...cards.remove, ...drawn.remove];
    if (cards.put.length + drawn.put.length + remove.length === 0) return;
    const isBoundToGone = bindsTo(cards.remove.map((id) => ({ id })));
    store.mergeRemoteChanges(() => {
      store.put([...(cards.put as unknown as TLRecord[]), ...drawn.put]);
      if (remove.length > 0) store.remove(remove);
    });
    // tldraw frees the arrows of a card that goes where the card was last drawn (perhaps in mid-drag); the
    // document knows better.
    if (isBoundToGone) {
      drawingsChanged = true;
      schedule();
    }
  }

  /** Whether an arrow of the document holds on to one of these shapes. */
  function bindsTo(changed: readonly { id: string }[]): boolean {
    if (changed.length === 0 || board.j.drawing.size === 0) return false;
    const ids = new Set<unknown>(changed.map(({ id }) => id));
    return drawings.read().records.some((r) => r.typeName === 'binding' && ids.has(r.toId));
  }

  const countUnreadable = () =>
    board.$unreadable.set(drawings.read().unreadable.length + board.$journey.get().unreadable.length);

  function drawingChanges() {
    const { records } = drawings.read();
    const wanted = new Set<string>(records.map((r) => r.id));
    const placed = board.$layout.get().cards;
    const put = records.filter((r) => {
      const cardId = r.typeName === 'binding' ? cardIdOf(r.toId) : undefined;
      if (cardId !== undefined && !placed.has(cardId)) return false;
      return !isSameValue(store.unsafeGetWithoutCapture(r.id), r);
    });
    const remove = store
      .allRecords()
      .filter((r) => (r.typeName === 'shape' && !isCard(r)) || r.typeName === 'binding')
      .filter((r) => !wanted.has(r.id))
      .map((r) => r.id as TLShapeId);
    return { put, remove };
  }

  function schedule() {
    if (scheduled || stopped) return;
    scheduled = true;
    queueMicrotask(() => {
      if (scheduled) now();
    });
  }

  const onJourney = () => {
    journeyChanged = true;
    schedule();
  };
  drawings.onChange(() => {
    if (isOwnDrawing()) return;
    drawingsChanged = true;
    schedule();
  });
  const { phases, touchpoints, lanes, personas, cards, reactions, meta } = board.j;
  const journeyParts = [phases, touchpoints, lanes, personas, cards, reactions, meta];
  for (const part of journeyParts) part.observeDeep(onJourney);
  // Folding writes nothing: the cards of a lane come and go without a change of the document.
  const stopFolding = react('lanes are folded', () => {
    board.$collapsed.get();
    schedule();
  });
  board.project = now;
  board.onDetach(() => {
    stopped = true;
    stopFolding();
    stopWatching();
    drawings.stop();
    for (const part of journeyParts) part.unobserveDeep(onJourney);
  });
  return { held, schedule, now };
}
