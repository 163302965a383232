/** Edits made on an earlier epoch of a document, carried over to the next one. Pure. */
export { type Carried, carryUpdates, expiredEdits } from './branch.ts';
export { carryOver } from './carry-over.ts';
export type { Lost, LostReason } from './lost.ts';
