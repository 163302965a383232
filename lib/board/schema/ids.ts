/**
 * Ids the canvas and the document share. A card's shape id carries a colon, which tldraw's own random
 * ids never do: a drawing can neither pose as a card nor collide with one.
 */
export const PAGE_ID = 'page:page';

const CARD = 'shape:card:';

export const cardShapeId = (cardId: string): string => CARD + cardId;

export const isCardShapeId = (shapeId: string): boolean => shapeId.startsWith(CARD);

/** The card behind a shape id; undefined for drawings. */
export function cardIdOf(shapeId: string): string | undefined {
  return isCardShapeId(shapeId) ? shapeId.slice(CARD.length) : undefined;
}
