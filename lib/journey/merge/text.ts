import * as Y from 'yjs';
import type { Edit } from '../commands/text.ts';
import { editsBetween } from './diff.ts';

/**
 * What was done to `old` to make it `mine`, as edits of `theirs`, in order, each against the text as the
 * ones before it left it. Both sides' characters survive as they do when two people type at once: Yjs
 * itself merges them. What both did alike is done once.
 */
export function editsOnto(old: string, mine: string, theirs: string): Edit[] {
  const done = editsBetween(old, theirs);
  const wanted = editsBetween(old, mine).filter((edit) => !done.some((other) => isSame(edit, other)));
  if (done.length === 0) return [...wanted].reverse();

  const origin = branch(1, Y.encodeStateAsUpdate(new Y.Doc()), [{ at: 0, remove: 0, insert: old }]);
  const base = Y.encodeStateAsUpdate(origin);
  const my = branch(2, base, wanted);
  const their = branch(3, base, done);
  const edits: Edit[] = [];
  their.getText().observe((event) => {
    let at = 0;
    for (const part of event.delta) {
      if (part.retain) at += part.retain;
      else if (part.delete) edits.push({ at, remove: part.delete, insert: '' });
      else if (typeof part.insert === 'string') {
        edits.push({ at, remove: 0, insert: part.insert });
        at += part.insert.length;
      }
    }
  });
  Y.applyUpdate(their, Y.encodeStateAsUpdate(my));
  for (const doc of [origin, my, their]) doc.destroy();
  return edits;
}

/** Makes edits, each against the text as the ones before it left it. Call inside a transaction. */
export function applyEdits(text: Y.Text, edits: readonly Edit[]): void {
  for (const { at, remove, insert } of edits) {
    if (remove > 0) text.delete(at, remove);
    if (insert !== '') text.insert(at, insert);
  }
}

/** A document of one text with edits made against it as it stood, by client `id`. */
function branch(id: number, base: Uint8Array, edits: readonly Edit[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = id;
  Y.applyUpdate(doc, base);
  // From the end: an edit does not move the places of those before it.
  doc.transact(() => applyEdits(doc.getText(), [...edits].reverse()));
  return doc;
}

const isSame = (a: Edit, b: Edit): boolean => a.at === b.at && a.remove === b.remove && a.insert === b.insert;
