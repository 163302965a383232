export {
  type Across,
  type AcrossRow,
  findingsAcross,
  ROWS_PER_PAGE,
} from './findings/across.ts';
export type { Count, CountBy } from './findings/counts.ts';
export { type ExportWords, exportFindings } from './findings/export.ts';
export { filterOf } from './findings/filter.ts';
export { listFindings } from './findings/list.ts';
export { listTags } from './findings/list-tags.ts';
export { type Mark, mark } from './findings/mark-schema.ts';
export { type MergeOutlook, mergeTags, outlookOfMerge } from './findings/merge-tags.ts';
export { type FindingFilter, NO_SEGMENT, queryOf } from './findings/query.ts';
export { type FindingInSurroundings, readFinding } from './findings/read.ts';
export { type Retagged, retagFindings, type TagChange, tagChange } from './findings/retag.ts';
export { type FindingSource, sourcesOf } from './findings/sources.ts';
export { TAG_LIMITS, tag } from './findings/tags.ts';
export { FINDING_KINDS, type FindingKind, type FindingView } from './findings/view.ts';
export { markFinding, removeFinding, updateFinding } from './findings/write.ts';
