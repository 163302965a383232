/**
 * What the document stores of free drawings: React-free, so that the server checks with the same code as
 * the canvas.
 */
export { checkDrawingRecord, DRAWING_LIMITS } from './check.ts';
export { parentCycles } from './cycles.ts';
export { type DrawingRecord, fromStored, type StoredRecord, toStored, writeRecord } from './form.ts';
export { cardIdOf, cardShapeId, isCardShapeId, PAGE_ID } from './ids.ts';
export { DRAWING_VERSION, FREE_SHAPES } from './kinds.ts';
export { fileIdOf, isOwnPicture, pictureSrc } from './pictures.ts';
