import type { drawingSchema } from './kinds.ts';

type SerializedSchema = ReturnType<typeof drawingSchema.serialize>;

/**
 * What each `versionOf` means to tldraw (`StoreSchema.serialize()`, of 3.15.6 for 1 and 2), which is what
 * `migratePersistedRecord` of a later tldraw asks for. Entries are never edited; a new one is added with
 * a new number. A test holds the newest against the installed tldraw.
 */
export const DRAWING_SCHEMAS: Record<number, SerializedSchema> = {
  1: {
    schemaVersion: 2,
    sequences: {
      'com.tldraw.store': 4,
      'com.tldraw.asset': 1,
      'com.tldraw.camera': 1,
      'com.tldraw.document': 2,
      'com.tldraw.instance': 25,
      'com.tldraw.instance_page_state': 5,
      'com.tldraw.page': 1,
      'com.tldraw.instance_presence': 6,
      'com.tldraw.pointer': 1,
      'com.tldraw.shape': 4,
      'com.tldraw.asset.bookmark': 2,
      'com.tldraw.asset.image': 5,
      'com.tldraw.asset.video': 5,
      'com.tldraw.shape.draw': 2,
      'com.tldraw.shape.line': 5,
      'com.tldraw.shape.arrow': 6,
      'com.tldraw.shape.geo': 10,
      'com.tldraw.shape.note': 9,
      'com.tldraw.shape.text': 3,
      'com.tldraw.shape.highlight': 1,
      'com.tldraw.shape.frame': 1,
      'com.tldraw.shape.group': 0,
      'com.tldraw.binding.arrow': 1,
    },
  },
  /** With images. */
  2: {
    schemaVersion: 2,
    sequences: {
      'com.tldraw.store': 4,
      'com.tldraw.asset': 1,
      'com.tldraw.camera': 1,
      'com.tldraw.document': 2,
      'com.tldraw.instance': 25,
      'com.tldraw.instance_page_state': 5,
      'com.tldraw.page': 1,
      'com.tldraw.instance_presence': 6,
      'com.tldraw.pointer': 1,
      'com.tldraw.shape': 4,
      'com.tldraw.asset.bookmark': 2,
      'com.tldraw.asset.image': 5,
      'com.tldraw.asset.video': 5,
      'com.tldraw.shape.draw': 2,
      'com.tldraw.shape.line': 5,
      'com.tldraw.shape.arrow': 6,
      'com.tldraw.shape.geo': 10,
      'com.tldraw.shape.note': 9,
      'com.tldraw.shape.text': 3,
      'com.tldraw.shape.highlight': 1,
      'com.tldraw.shape.frame': 1,
      'com.tldraw.shape.group': 0,
      'com.tldraw.shape.image': 5,
      'com.tldraw.binding.arrow': 1,
    },
  },
};
