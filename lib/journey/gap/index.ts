export { align, type Column } from './align.ts';
export { type Gap, type GapRow, gapOf, type Side, type Stand } from './gap.ts';
