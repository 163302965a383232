/** Workshops from journey files. */
export { type Imported, importWorkshop, MOST_IMPORT_BYTES } from './imports/import.ts';
