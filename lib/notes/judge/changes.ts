import * as Y from 'yjs';
import { LINES, NOTES_MAPS, type NotesDoc, type NotesMap } from '../document.ts';

/** Everything one update did to the notes, by place and not by value. */
export interface NotesChanges {
  /** Lines that are new or changed, and still there. */
  lines: ReadonlySet<Y.XmlElement>;
  /** Whether lines were added. */
  adds: boolean;
  /** By map: the keys set or removed. */
  keys: ReadonlyMap<NotesMap, ReadonlySet<string>>;
  /** Whether it wrote outside the document's layout. */
  isStrange: boolean;
}

type Shared = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

const ROOTS = new Set<string>([LINES, ...NOTES_MAPS]);

/** Reads what a transaction changed; call it before its end. */
export function notesChangesOf(transaction: Y.Transaction, after: NotesDoc): NotesChanges {
  const lines = new Set<Y.XmlElement>();
  const keys = new Map<NotesMap, Set<string>>();
  let adds = false;
  let isStrange = [...after.doc.share.keys()].some((name) => !ROOTS.has(name));
  for (const [type, subs] of transaction.changed) {
    const map = NOTES_MAPS.find((name) => (after[name] as unknown) === type);
    if (map) {
      const touched = [...subs].filter((sub) => sub !== null);
      if (touched.length < subs.size) isStrange = true;
      keys.set(map, new Set(touched));
    } else if ((after.lines as unknown) === type) {
      if ([...subs].some((sub) => sub !== null)) isStrange = true;
      for (const item of addedTo(after.lines, transaction)) {
        const line: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
        if (line instanceof Y.XmlElement) lines.add(line);
        else isStrange = true;
        adds = true;
      }
    } else {
      const line = lineOf(type, after);
      if (!line) isStrange = true;
      else if (!line._item?.deleted) lines.add(line);
    }
  }
  return { lines, adds, keys, isStrange };
}

/** The line a type is or stands in; null when it is no part of one. */
function lineOf(type: Shared, { lines }: NotesDoc): Y.XmlElement | null {
  const at: unknown = type instanceof Y.XmlText ? type.parent : type;
  return at instanceof Y.XmlElement && at.parent === lines ? at : null;
}

/** Items of a list that are new in the transaction and still there. */
function* addedTo(list: Y.XmlFragment, transaction: Y.Transaction): Iterable<Y.Item> {
  for (let item = list._start; item; item = item.right) {
    const had = transaction.beforeState.get(item.id.client) ?? 0;
    if (!item.deleted && item.id.clock >= had) yield item;
  }
}
