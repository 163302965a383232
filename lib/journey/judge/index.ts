/** The judge of inbound updates: pure, run by the server on a staging copy before anybody sees them. */
export { type Before, beforeIn, beforeOf } from './before.ts';
export { type Birth, birthIn, birthOf } from './card.ts';
export { type Changes, changesOf, type EntryChange } from './changes.ts';
export type { CheckDrawing } from './drawing.ts';
export { type Author, anyoneMay, type JudgeContext, judge } from './judge.ts';
export { type Refusal, type RefusalCode, wordsIn, wordsOf } from './refusal.ts';
