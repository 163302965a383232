export { align, type Column } from './align.ts';
export { type Gap, type GapRow, gapOf, isSame, type Side, type Stand } from './gap.ts';
