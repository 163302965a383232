/** What is selected in a list, and where a range begins. */
export interface Selected {
  ids: ReadonlySet<string>;
  anchor: string | null;
}

export const NOTHING: Selected = { ids: new Set(), anchor: null };

/** One more or one less; a range from here on begins there. */
export function toggled({ ids }: Selected, id: string): Selected {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Everything between the anchor and `id` in the order it is shown, besides what was selected before. */
export function extended({ ids, anchor }: Selected, id: string, order: readonly string[]): Selected {
  const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
  if (from < 0 || to < 0) return { ids: new Set([...ids, id]), anchor: id };
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...between]), anchor };
}

/** Without what is no longer there. The same object when nothing goes, so that nobody draws anew. */
export function kept(selected: Selected, there: ReadonlySet<string>): Selected {
  const ids = new Set([...selected.ids].filter((id) => there.has(id)));
  if (ids.size === selected.ids.size) return selected;
  return { ids, anchor: selected.anchor !== null && there.has(selected.anchor) ? selected.anchor : null };
}
