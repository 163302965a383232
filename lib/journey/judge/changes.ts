import * as Y from 'yjs';
import { COLLECTIONS, type Collection, type JourneyDoc } from '../document.ts';

/** What one update did to one entry of a collection. */
export interface EntryChange {
  collection: Collection;
  key: string;
  /** The entry as such was added, replaced or removed; otherwise only `fields` of it changed. */
  whole: boolean;
  fields: ReadonlySet<string>;
}

/** Everything one update did to the document, by place and not by value. */
export interface Changes {
  entries: readonly EntryChange[];
  /** Keys of `meta`. */
  meta: ReadonlySet<string>;
  /** Where it wrote outside the document's layout; null when it did not. */
  strange: string | null;
}

type Shared = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

const ROOTS = new Set<string>([...COLLECTIONS, 'meta']);

/**
 * Reads what a transaction changed. Types that are new in it are not named by Yjs: the entry that
 * holds them is, as `whole`, and the judge then looks at all of it.
 */
export function changesOf(transaction: Y.Transaction, after: JourneyDoc): Changes {
  const entries = new Map<string, EntryChange & { fields: Set<string> }>();
  const meta = new Set<string>();
  let strange: string | null = null;
  const stray = (where: string) => {
    strange ??= where;
  };
  const touch = (collection: Collection, key: string) => {
    const id = `${collection}/${key}`;
    const held = entries.get(id) ?? { collection, key, whole: false, fields: new Set<string>() };
    entries.set(id, held);
    return held;
  };

  for (const name of after.doc.share.keys()) if (!ROOTS.has(name)) stray(name);
  for (const [type, subs] of transaction.changed) {
    const path = pathOf(type, after);
    if (!path) {
      stray('unknown');
      continue;
    }
    const [root, key, field, ...deeper] = path;
    for (const sub of subs) {
      // Null is list content. Only Y.Text, at depth two, may have any.
      if (deeper.length > 0 || (sub === null) !== (field !== undefined)) stray(path.join('/'));
      else if (root === 'meta') key === undefined ? meta.add(sub as string) : stray(path.join('/'));
      else if (key === undefined) touch(root as Collection, sub as string).whole = true;
      else touch(root as Collection, key).fields.add(field ?? (sub as string));
    }
  }
  return { entries: [...entries.values()], meta, strange };
}

/** Root name and map keys down to a type; null when it hangs in a list or an unknown root. */
function pathOf(type: Shared, after: JourneyDoc): string[] | null {
  const path: string[] = [];
  let at: Shared = type;
  while (at._item !== null) {
    const item: Y.Item = at._item;
    if (item.parentSub === null || !(item.parent instanceof Y.AbstractType)) return null;
    path.unshift(item.parentSub);
    at = item.parent;
  }
  for (const name of ROOTS) {
    if (after.doc.share.get(name) === at) return [name, ...path];
  }
  return null;
}
