export { listFindings } from './findings/list.ts';
export { type Mark, mark } from './findings/mark-schema.ts';
export { type FindingInSurroundings, readFinding } from './findings/read.ts';
export { type FindingSource, sourcesOf } from './findings/sources.ts';
export type { FindingView } from './findings/view.ts';
export { markFinding, removeFinding, updateFinding } from './findings/write.ts';
