import type { TLRecord, TLShapeId, TLStore } from 'tldraw';
import { isSameValue } from '../../journey/merge/same.ts';
import type { Board } from '../board.ts';
import { isCardShapeId } from '../schema/ids.ts';
import type { CardShape } from '../shapes/card/card-shape.ts';
import { react } from '../signals.ts';
import { cardChanges, indicesBelow, isCard } from './cards.ts';
import { readDrawings } from './drawings.ts';

const DRAWN: ReadonlySet<string> = new Set(['asset', 'shape', 'binding']);

export interface Projection {
  /** Shapes a running drag holds; see `cardChanges`. */
  held: Set<string>;
  /** At the end of this turn, together with everything else that changes in it. */
  schedule(): void;
  /** At once. Never inside a store handler: tldraw refuses to merge there. */
  now(): void;
}

/**
 * Keeps tldraw's store a picture of the document: cards, then drawings, then bindings (a binding whose
 * end is not there yet is lost), in one merge that leaves no trace in tldraw's history.
 * @param isOwnDrawing true while the document changes because of the canvas itself.
 */
export function startProjection(board: Board, store: TLStore, isOwnDrawing: () => boolean): Projection {
  const held = new Set<string>();
  const nextIndex = indicesBelow();
  let journeyChanged = true;
  let drawingsChanged = true;
  let scheduled = false;
  let stopped = false;

  function now() {
    if (stopped) return;
    scheduled = false;
    // What was drawn here and not yet written must not be overwritten by what the document still says.
    store._flushHistory();
    if (journeyChanged) board.readJourney();
    journeyChanged = false;
    const shapes = new Map<string, CardShape>();
    const drawn = new Map<string, TLRecord>();
    for (const record of store.allRecords()) {
      if (isCard(record)) shapes.set(record.id, record);
      else if (DRAWN.has(record.typeName)) drawn.set(record.id, record);
    }
    const cards = cardChanges(board.$layout.get().cards, shapes, held, nextIndex);
    // A binding to a card that comes back onto the map comes back with it.
    if (cards.put.some(({ id }) => !shapes.has(id))) drawingsChanged = true;
    const drawings = drawingsChanged ? drawingChanges(drawn) : { put: [], remove: [] };
    drawingsChanged = false;
    const remove = [...cards.remove, ...drawings.remove];
    if (cards.put.length + drawings.put.length + remove.length === 0) return;
    store.mergeRemoteChanges(() => {
      store.put([...(cards.put as unknown as TLRecord[]), ...drawings.put]);
      if (remove.length > 0) store.remove(remove);
    });
    // tldraw frees the arrows of a card that goes where the card was last drawn (perhaps in mid-drag); the
    // document knows better.
    if (cards.remove.length > 0) {
      drawingsChanged = true;
      schedule();
    }
  }

  function drawingChanges(drawn: ReadonlyMap<string, TLRecord>) {
    const { records, unreadable } = readDrawings(board.j);
    board.$unreadable.set(unreadable.length + board.$journey.get().unreadable.length);
    const wanted = new Set(records.map((r) => r.id as string));
    const placed = board.$layout.get().cards;
    const put = records.filter((r) => {
      if (
        r.typeName === 'binding' &&
        isCardShapeId(r.toId) &&
        !placed.has(r.toId.slice('shape:card:'.length))
      ) {
        return false;
      }
      return !isSameValue(drawn.get(r.id), r);
    });
    const remove = [...drawn.keys()].filter((id) => !wanted.has(id)) as TLShapeId[];
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
  const onDrawing = () => {
    if (isOwnDrawing()) return;
    drawingsChanged = true;
    schedule();
  };
  const { phases, touchpoints, lanes, personas, cards, reactions, meta, drawing } = board.j;
  const journeyParts = [phases, touchpoints, lanes, personas, cards, reactions, meta];
  for (const part of journeyParts) part.observeDeep(onJourney);
  drawing.observeDeep(onDrawing);
  // Folding writes nothing: the cards of a lane come and go without a change of the document.
  const stopFolding = react('lanes are folded', () => {
    board.$collapsed.get();
    schedule();
  });
  board.project = now;
  board.onDetach(() => {
    stopped = true;
    stopFolding();
    for (const part of journeyParts) part.unobserveDeep(onJourney);
    drawing.unobserveDeep(onDrawing);
  });
  return { held, schedule, now };
}
