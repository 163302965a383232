import { getIndexBelow, type IndexKey, type TLPageId, type TLRecord, type TLShapeId } from 'tldraw';
import type { Box } from '../../journey/layout/index.ts';
import { cardIdOf, cardShapeId, PAGE_ID } from '../schema/ids.ts';
import type { CardShape } from '../shapes/card/card-shape.ts';
import { changedBoxes } from './changed-boxes.ts';

export interface CardChanges {
  put: CardShape[];
  remove: TLShapeId[];
}

export interface CardShapes {
  /** Somebody touched this card shape: it is compared again, whatever was projected last. */
  doubt(shapeId: string): void;
  /**
   * What the canvas must change so that its card shapes match the boxes. Only boxes that are other objects
   * than at the last call, and shapes in doubt, are looked at; these are compared with what the canvas really
   * holds, so that every drift repairs itself.
   * @param held cards under the pointer of a running drag: neither moved nor removed, looked at again later.
   */
  changes(boxes: ReadonlyMap<string, Box>, held: ReadonlySet<string>): CardChanges;
}

/**
 * @param shapeOf what the canvas holds now.
 * @param nextIndex gives each new shape an index of its own; with a shared one duplicating throws.
 */
export function cardShapes(
  shapeOf: (id: TLShapeId) => CardShape | undefined,
  nextIndex: () => IndexKey,
): CardShapes {
  let shown: ReadonlyMap<string, Box> = new Map();
  let doubtful = new Set<string>();

  return {
    doubt: (shapeId) => doubtful.add(shapeId),
    changes(boxes, held) {
      const ids = doubtful;
      doubtful = new Set();
      for (const cardId of changedBoxes(shown, boxes)) ids.add(cardShapeId(cardId));
      shown = boxes;
      const out: CardChanges = { put: [], remove: [] };
      for (const id of ids as Set<TLShapeId>) {
        if (held.has(id)) {
          doubtful.add(id);
          continue;
        }
        const now = shapeOf(id);
        const cardId = cardIdOf(id);
        const box = cardId === undefined ? undefined : boxes.get(cardId);
        if (cardId !== undefined && box) {
          if (!now || !fits(now, box)) out.put.push(cardShape(cardId, box, now?.index ?? nextIndex()));
        } else if (now) out.remove.push(id);
      }
      return out;
    },
  };
}

function fits(shape: CardShape, box: Box): boolean {
  return (
    shape.x === box.x &&
    shape.y === box.y &&
    shape.props.w === box.w &&
    shape.props.h === box.h &&
    shape.parentId === PAGE_ID &&
    shape.rotation === 0 &&
    !shape.isLocked &&
    shape.opacity === 1
  );
}

function cardShape(cardId: string, box: Box, index: IndexKey): CardShape {
  return {
    id: cardShapeId(cardId) as TLShapeId,
    typeName: 'shape',
    type: 'card',
    parentId: PAGE_ID as TLPageId,
    index,
    x: box.x,
    y: box.y,
    rotation: 0,
    opacity: 1,
    isLocked: false,
    // Survives duplicating and pasting inside this map: tells whose copy a stray is.
    meta: { card: cardId },
    props: { w: box.w, h: box.h },
  };
}

/** Indices below every drawing, each one its own; cards are the ground that drawings lie on. */
export function indicesBelow(start: IndexKey = 'a0' as IndexKey): () => IndexKey {
  let lowest = start;
  return () => {
    lowest = getIndexBelow(lowest);
    return lowest;
  };
}

export const isCard = (record: TLRecord): record is CardShape & TLRecord =>
  record.typeName === 'shape' && (record.type as string) === 'card';
