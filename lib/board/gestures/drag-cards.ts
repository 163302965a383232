import { type Editor, react, type TLRecord, type TLShapeId } from 'tldraw';
import { moveCards, setCard } from '../../journey/commands/cards.ts';
import type { Hit } from '../../journey/layout/hit.ts';
import { cellAt } from '../../journey/layout/index.ts';
import { laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { changeable } from '../own-cards.ts';
import { isCard } from '../projection/cards.ts';
import type { Projection } from '../projection/project.ts';
import { cardIdOf } from '../schema/ids.ts';

/** What the card shape's util tells the running drag. */
export interface CardDrag {
  start(): void;
  move(): void;
  drop(shapeId: string): void;
}

/**
 * Dragging cards: nothing is written while it lasts. The others make room (the layout with a gap), the
 * dragged cards follow the pointer, and the drop is one command for all of them. A card somebody removed
 * meanwhile is passed over.
 */
export function dragCards(board: Board, editor: Editor, projection: Projection): CardDrag {
  let dropped: string[] = [];
  /** The card under the hand; several are dragged by one of them. */
  let grabbed: string | null = null;

  function start() {
    const shapes = editor.getSelectedShapes().filter((shape) => isCard(shape as TLRecord));
    const known = shapes.flatMap((shape) => cardIdOf(shape.id) ?? []).filter((id) => board.j.cards.has(id));
    const mine = new Set(changeable(board, known));
    for (const shape of shapes) {
      const cardId = cardIdOf(shape.id);
      // Copies being dragged out (alt-drag) as well: the document does not know them, and they would vanish.
      if (!cardId || !board.j.cards.has(cardId) || mine.has(cardId)) projection.held.add(shape.id);
    }
    const under = editor.getShapeAtPoint(editor.inputs.originPagePoint, { hitInside: true });
    grabbed = (under && cardIdOf(under.id)) ?? known[0] ?? null;
  }

  const heldCards = () =>
    [...projection.held].map((id) => cardIdOf(id) as string).filter((id) => board.j.cards.has(id));

  function move() {
    const ids = heldCards();
    const hit = board.isOverTray() ? null : hitAtPointer(board, editor);
    const target = hit && landing(board, grabbed && ids.includes(grabbed) ? [grabbed] : ids, hit);
    const [held] = projection.held;
    const first = held ? editor.getShape(held as TLShapeId) : undefined;
    board.$drag.set({
      cardIds: ids,
      cell: target && { touchpointId: target.touchpointId, laneId: target.laneId },
      index: target?.index ?? 0,
      valence: target?.valence ?? null,
      ...(first ? { height: (first.props as { h: number }).h } : {}),
    });
    projection.schedule();
  }

  function finish() {
    const ids = dropped.filter((id) => board.j.cards.has(id));
    dropped = [];
    const toTray = board.isOverTray();
    const drag = board.$drag.get();
    if (ids.length > 0 && board.options.canWrite && (toTray || drag?.cell)) {
      board.flush();
      if (toTray) moveCards(board.j, ids, null);
      else if (drag?.cell) {
        const hit = {
          ...drag.cell,
          index: drag.index,
          ...(drag.valence != null && { valence: drag.valence }),
        };
        dropInto(board, ids, hit, grabbed);
      }
    }
    board.$drag.set(null);
    projection.held.clear();
    projection.schedule();
    board.adopt();
  }

  let translating = false;
  const stop = react('drag of cards ends', () => {
    const now = editor.isIn('select.translating');
    if (translating && !now) queueMicrotask(finish);
    translating = now;
  });
  board.onDetach(stop);
  return { start, move, drop: (shapeId) => dropped.push(cardIdOf(shapeId) ?? '') };
}

export function hitAtPointer(board: Board, editor: Editor): Hit | null {
  const { x, y } = editor.inputs.currentPagePoint;
  return cellAt(board.$layout.get(), x, y);
}

/** Where cards land that are dropped at `hit`: that lane when it takes the first of them, else theirs. */
export function landing(board: Board, cardIds: readonly string[], hit: Hit): Hit | null {
  const { cards, lanes } = board.$journey.get();
  const first = cards.find((c) => cardIds.includes(c.id));
  const lane = first && laneFor(lanes, first.kind, hit.laneId);
  if (!lane) return null;
  if (lane.id === hit.laneId) return hit;
  return { touchpointId: hit.touchpointId, laneId: lane.id, index: Number.POSITIVE_INFINITY };
}

/**
 * One undo step: every card to that touchpoint. Carried along its own lane, the one under the hand takes the
 * others along theirs; carried to another lane, it takes those that fit there with it. In the order they lie
 * on the map.
 */
export function dropInto(
  board: Board,
  cardIds: readonly string[],
  hit: Hit,
  grabbed: string | null = null,
): void {
  const { cards, lanes } = board.$journey.get();
  const along = cards.find((c) => c.id === grabbed)?.place?.laneId === hit.laneId;
  const byLane = new Map<string, string[]>();
  for (const card of cards) {
    if (!cardIds.includes(card.id)) continue;
    const lane = laneFor(lanes, card.kind, along ? (card.place?.laneId ?? hit.laneId) : hit.laneId);
    if (lane) byLane.set(lane.id, [...(byLane.get(lane.id) ?? []), card.id]);
  }
  board.j.doc.transact(() => {
    for (const [laneId, ids] of byLane) {
      const here = laneId === hit.laneId;
      const index = here && Number.isFinite(hit.index) ? hit.index : undefined;
      moveCards(board.j, ids, { touchpointId: hit.touchpointId, laneId }, index);
      // Several at once keep their own valence: one height cannot be all of theirs.
      if (here && hit.valence !== undefined && cardIds.length === 1 && ids[0]) {
        setCard(board.j, ids[0], { valence: hit.valence });
      }
    }
  }, board.j.origin);
}
