/** Snapshots as files. */
export { type Exported, exportFile, mayExport } from './exports/export.ts';
export { disposition } from './exports/file-name.ts';
export { type Exportable, exportable } from './exports/left-out.ts';
