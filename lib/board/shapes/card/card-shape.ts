import { type RecordProps, T, type TLBaseShape } from 'tldraw';

/**
 * A card as tldraw holds it: only its size. Where it lies is computed, what it says is read from the
 * board by the id in `meta.card`; the record never goes into the document.
 */
export type CardShape = TLBaseShape<'card', { w: number; h: number }>;

export const cardShapeProps: RecordProps<CardShape> = { w: T.positiveNumber, h: T.positiveNumber };
