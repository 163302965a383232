import { createLayout, type Layout } from './incremental.ts';

export { levelTop, valenceToY, yToValence } from './emotions.ts';
export * from './geometry.ts';
export { cellAt, columnAt, rowAt } from './hit.ts';
export { createLayout, type Layout } from './incremental.ts';
export type * from './types.ts';
export { cellKey } from './types.ts';
export { cutBefore } from './wrap.ts';

/**
 * Where everything on the map is: pure, without a DOM, the same on every client and on the server.
 * Cards stack in their cell, lanes grow, nothing overlaps. Cards on the tray have no box.
 */
export const layout: Layout = (journey, options) => createLayout()(journey, options);
