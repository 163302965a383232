import * as Y from 'yjs';
import { z } from 'zod';

const itemId = z.object({ client: z.number().int().nonnegative(), clock: z.number().int().nonnegative() });

/** A place in a text as it travels: Yjs' relative position as JSON. */
const sharedPosition = z.object({
  type: itemId.nullish(),
  tname: z.string().nullish(),
  item: itemId.nullish(),
  assoc: z.number().optional(),
});

/** An index of a text as a place that stays with its characters whatever others write. */
export function sharedAt(text: Y.Text, index: number): unknown {
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index));
}

/** The index of such a place; null when it is malformed, of another text or not known here yet. */
export function indexOf(text: Y.Text, shared: unknown): number | null {
  const parsed = sharedPosition.safeParse(shared);
  if (!parsed.success || !text.doc) return null;
  const position = Y.createRelativePositionFromJSON(parsed.data);
  const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc);
  return found && found.type === text ? Math.min(found.index, text.length) : null;
}
