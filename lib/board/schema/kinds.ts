import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema';

/**
 * What may be drawn freely. No embeds, bookmarks or videos: they fetch from other hosts. An image shows a
 * file of the workshop's own (see `pictures.ts`).
 */
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
  'image',
] as const;
export type FreeShape = (typeof FREE_SHAPES)[number];

/** tldraw's own records only, as the document stores them; cards are no records of it. */
export const drawingSchema = createTLSchema({
  shapes: Object.fromEntries(FREE_SHAPES.map((type) => [type, defaultShapeSchemas[type]])),
  bindings: defaultBindingSchemas,
});

/** The newest of `versionOf`. */
export const DRAWING_VERSION = 2;

/**
 * Named in every stored record, so that a later tldraw knows from where to migrate each one, also those
 * an old client writes after the upgrade. Which tldraw schema a number means stands in versions.ts. Each
 * record carries the oldest version that has its kind: whoever cannot show images yet still shows the rest.
 */
export const versionOf = ({ typeName, type }: { typeName?: unknown; type?: unknown }): number =>
  typeName === 'asset' || type === 'image' ? 2 : 1;
