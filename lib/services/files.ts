/** The pictures that lie on a workshop's map. */
export { FILE_LIMITS } from './files/limits.ts';
export { readFile } from './files/read.ts';
export { type StoredFile, storeImage } from './files/write.ts';
