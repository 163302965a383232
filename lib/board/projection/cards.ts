import { getIndexBelow, type IndexKey, type TLPageId, type TLRecord, type TLShapeId } from 'tldraw';
import type { Box } from '../../journey/layout/index.ts';
import { cardShapeId, PAGE_ID } from '../schema/ids.ts';
import type { CardShape } from '../shapes/card/card-shape.ts';

export interface CardChanges {
  put: CardShape[];
  remove: TLShapeId[];
}

/**
 * What the canvas must change so that its card shapes match the boxes. Compared with what the canvas
 * really holds, not with what was projected last, so that every drift repairs itself.
 * @param held cards under the pointer of a running drag: neither moved nor removed.
 * @param nextIndex gives each new shape an index of its own; with a shared one duplicating throws.
 */
export function cardChanges(
  boxes: ReadonlyMap<string, Box>,
  shapes: ReadonlyMap<string, CardShape>,
  held: ReadonlySet<string>,
  nextIndex: () => IndexKey,
): CardChanges {
  const put: CardShape[] = [];
  for (const [cardId, box] of boxes) {
    const id = cardShapeId(cardId) as TLShapeId;
    if (held.has(id)) continue;
    const now = shapes.get(id);
    if (now && fits(now, box)) continue;
    put.push(cardShape(cardId, box, now?.index ?? nextIndex()));
  }
  const remove: TLShapeId[] = [];
  for (const shape of shapes.values()) {
    const cardId = shape.meta.card as string;
    if (!held.has(shape.id) && !(boxes.has(cardId) && shape.id === cardShapeId(cardId)))
      remove.push(shape.id);
  }
  return { put, remove };
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
