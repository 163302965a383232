type Boxes = ReadonlyMap<string, object>;

let last: { before: Boxes; after: Boxes; ids: readonly string[] } | undefined;

/**
 * The cards whose box is another object in `after` than in `before`, or in one of them only. Several ask for
 * the same step from one layout to the next; it is gone through once.
 */
export function changedBoxes(before: Boxes, after: Boxes): readonly string[] {
  if (before === after) return [];
  if (last?.before === before && last.after === after) return last.ids;
  const ids: string[] = [];
  let known = 0;
  for (const [cardId, box] of after) {
    const held = before.get(cardId);
    if (held) known += 1;
    if (held !== box) ids.push(cardId);
  }
  if (known < before.size) for (const cardId of before.keys()) if (!after.has(cardId)) ids.push(cardId);
  last = { before, after, ids };
  return ids;
}
