import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema';

/** What may be drawn freely. No embeds, bookmarks or videos: they fetch from other hosts. */
export const FREE_SHAPES = [
  'draw',
  'line',
  'arrow',
  'geo',
  'note',
  'text',
  'highlight',
  'frame',
  'group',
] as const;
export type FreeShape = (typeof FREE_SHAPES)[number];

/** tldraw's own records only, as the document stores them; cards are no records of it. */
export const drawingSchema = createTLSchema({
  shapes: Object.fromEntries(FREE_SHAPES.map((type) => [type, defaultShapeSchemas[type]])),
  bindings: defaultBindingSchemas,
});

/**
 * Named in every stored record, so that a later tldraw knows from where to migrate each one, also those
 * an old client writes after the upgrade. Which tldraw schema a number means stands in versions.ts.
 */
export const DRAWING_VERSION = 1;
