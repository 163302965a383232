import type { Node as LineNode, Schema } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { LINE, type Line, readLineOf } from '../document.ts';
import { attributesOf, FRESH } from './schema.ts';
import { type TextChange, textChange } from './text-change.ts';

/**
 * The lines of a live document and of an editor, kept the same. Written for this one shape, a flat list of
 * plain lines, because the well-kept bindings make every line of the document anew for each letter the
 * other one types, and replace all of the editor's content by it: in a three-hour interview that is felt at
 * every key. Here a letter costs one line, and a caret stays where it is without being looked for.
 *
 * Lines nobody here can read stay in the document and are not shown.
 */
export class LinesBinding {
  /** The lines shown, in order; none while the editor shows the empty line one begins on. */
  #elements: Y.XmlElement[] = [];
  /** The editor's nodes at the last moment both were the same; one for each element. */
  #nodes: LineNode[] = [];
  readonly #read = new WeakMap<Y.XmlElement, Line | null>();

  constructor(
    private readonly lines: Y.XmlFragment,
    private readonly schema: Schema,
    /** Put on every transaction made here. */
    private readonly origin: unknown,
  ) {
    this.#elements = this.#readable();
  }

  /** The document as it is now, as content for an editor to begin with. */
  begin(): LineNode {
    const nodes = this.#elements.map((element) => this.#nodeOf(element));
    const content = nodes.length > 0 ? nodes : [this.schema.nodes[LINE]?.create(FRESH) as LineNode];
    return this.schema.topNodeType.create(null, content);
  }

  /** The editor shows `doc`, and that is what the document holds: after begin, and after every `taken`. */
  settled(doc: LineNode): void {
    this.#nodes = this.#elements.length > 0 ? childrenOf(doc) : [];
  }

  /**
   * Writes what was changed in the editor.
   * @param caret where the caret stands now, as a position in `doc`
   */
  write(doc: LineNode, caret: number): void {
    const [before, after] = [this.#nodes, childrenOf(doc)];
    let from = 0;
    while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
    let tail = 0;
    const most = Math.min(before.length, after.length) - from;
    while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    const old = this.#elements.slice(from, before.length - tail);
    const fresh = after.slice(from, after.length - tail);
    if (old.length === 0 && fresh.length === 0) return;
    let start = 1;
    for (let i = 0; i < from; i += 1) start += after[i]?.nodeSize ?? 0;
    this.lines.doc?.transact(() => {
      const kept = this.#replace(old, fresh, from, (i) => caret - start - sizeBefore(fresh, i));
      this.#elements.splice(from, old.length, ...kept);
    }, this.origin);
    this.#nodes = after;
  }

  /** `old` become `fresh`: by their ids, so that a line that was split or joined stays the line it was. */
  #replace(
    old: Y.XmlElement[],
    fresh: LineNode[],
    index: number,
    caretIn: (i: number) => number,
  ): Y.XmlElement[] {
    const places = new Map(old.map((element, i) => [this.#line(element)?.id, i]));
    let next = 0;
    const matched = fresh.map((node) => {
      const place = places.get(attributesOf(node).id ?? undefined);
      if (place === undefined || place < next) return null;
      next = place + 1;
      return old[place] ?? null;
    });
    const staying = new Set(matched);
    this.#remove(old.filter((element) => !staying.has(element)));
    const previous = this.#elements[index - 1];
    let at = previous ? this.lines.toArray().indexOf(previous) + 1 : 0;
    return fresh.map((node, i) => {
      const known = matched[i];
      if (known) {
        this.#writeLine(known, node, caretIn(i));
        // Lines nobody can read may lie between.
        if (fresh.length > 1) at = this.lines.toArray().indexOf(known) + 1;
        return known;
      }
      at += 1;
      return this.#insert(at - 1, node);
    });
  }

  #remove(gone: readonly Y.XmlElement[]): void {
    if (gone.length === 0) return;
    const going = new Set<unknown>(gone);
    const all = this.lines.toArray();
    for (let i = all.length - 1; i >= 0; i -= 1) if (going.has(all[i])) this.lines.delete(i);
  }

  #insert(at: number, node: LineNode): Y.XmlElement {
    const element = new Y.XmlElement(LINE);
    for (const [name, value] of Object.entries(attributesOf(node))) {
      if (value !== null) element.setAttribute(name, value as string);
    }
    if (node.textContent !== '') element.insert(0, [new Y.XmlText(node.textContent)]);
    this.lines.insert(at, [element]);
    return element;
  }

  #writeLine(element: Y.XmlElement, node: LineNode, caret: number): void {
    const line = this.#line(element);
    if (!line) return;
    for (const [name, value] of Object.entries(attributesOf(node))) {
      if (line[name as keyof Line] === value) continue;
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value as string);
    }
    const change = textChange(line.text, node.textContent, Math.max(0, caret));
    if (change) writeText(element, change);
    this.#read.delete(element);
  }

  /**
   * What others changed, or an undo of mine, as a change of the editor; null when the editor need not change.
   * The caller dispatches it and tells by `settled`.
   */
  take(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], state: EditorState): Transaction | null {
    const changed = new Set<Y.XmlElement>();
    for (const { target } of events) {
      if (target === (this.lines as Y.AbstractType<unknown>)) continue;
      const element = target instanceof Y.XmlElement ? target : target.parent;
      if (element instanceof Y.XmlElement) changed.add(element);
    }
    for (const element of changed) this.#read.delete(element);
    const before = this.#elements;
    const after = this.#readable();
    this.#elements = after;
    if (before.length + after.length === 0) return null;
    const tr = state.tr.setMeta('addToHistory', false);
    const survivors = new Set(before.filter(keepIn(new Set(after))));
    if (survivors.size === 0) {
      tr.replaceWith(0, tr.doc.content.size, this.begin().content);
    } else {
      this.#rearrange(tr, before, after, survivors);
      this.#rewrite(tr, after, changed, survivors);
    }
    if (!tr.docChanged) return null;
    // What another puts in just where my caret stands comes behind it.
    const at = (pos: number) => tr.doc.resolve(tr.mapping.map(pos, -1));
    return tr.setSelection(TextSelection.between(at(state.selection.anchor), at(state.selection.head)));
  }

  /** Lines gone and lines come; Yjs never moves one, so both lists have the survivors in one order. */
  #rearrange(tr: Transaction, before: Y.XmlElement[], after: Y.XmlElement[], survivors: Set<Y.XmlElement>) {
    const runs: { from: number; to: number; nodes: LineNode[] }[] = [];
    let pos = 0;
    let [i, j] = [0, 0];
    while (i < before.length || j < after.length) {
      const run = { from: pos, to: pos, nodes: [] as LineNode[] };
      for (; i < before.length && !survivors.has(before[i] as Y.XmlElement); i += 1)
        run.to += tr.doc.child(i).nodeSize;
      for (; j < after.length && !survivors.has(after[j] as Y.XmlElement); j += 1)
        run.nodes.push(this.#nodeOf(after[j] as Y.XmlElement));
      if (run.to > run.from || run.nodes.length > 0) runs.push(run);
      if (i >= before.length) break;
      pos = run.to + tr.doc.child(i).nodeSize;
      i += 1;
      j += 1;
    }
    for (const { from, to, nodes } of runs.reverse()) {
      if (nodes.length > 0) tr.replaceWith(from, to, nodes);
      else tr.delete(from, to);
    }
  }

  #rewrite(
    tr: Transaction,
    after: Y.XmlElement[],
    changed: ReadonlySet<Y.XmlElement>,
    survivors: ReadonlySet<Y.XmlElement>,
  ): void {
    if (changed.size === 0) return;
    const places: { pos: number; element: Y.XmlElement; node: LineNode }[] = [];
    let pos = 0;
    after.forEach((element, i) => {
      const node = tr.doc.child(i);
      if (changed.has(element) && survivors.has(element)) places.push({ pos, element, node });
      pos += node.nodeSize;
    });
    for (const { pos: at, element, node } of places.reverse()) {
      const { text, ...attributes } = this.#line(element) as Line;
      const change = textChange(node.textContent, text);
      if (change) {
        const from = at + 1 + change.at;
        const put = change.insert === '' ? [] : this.schema.text(change.insert);
        tr.replaceWith(from, from + change.remove, put);
      }
      for (const [name, value] of Object.entries(attributes)) {
        if (node.attrs[name] !== value) tr.setNodeAttribute(at, name, value);
      }
    }
  }

  #nodeOf(element: Y.XmlElement): LineNode {
    const { text, ...attributes } = this.#line(element) as Line;
    const words = text === '' ? [] : [this.schema.text(text)];
    return (this.schema.nodes[LINE] as NonNullable<Schema['nodes'][string]>).create(attributes, words);
  }

  #line(element: Y.XmlElement): Line | null {
    let line = this.#read.get(element);
    if (line === undefined) {
      line = readLineOf(element);
      this.#read.set(element, line);
    }
    return line;
  }

  #readable(): Y.XmlElement[] {
    return this.lines
      .toArray()
      .filter((element): element is Y.XmlElement => element instanceof Y.XmlElement && !!this.#line(element));
  }
}

const keepIn = (held: ReadonlySet<Y.XmlElement>) => (element: Y.XmlElement) => held.has(element);

function childrenOf(doc: LineNode): LineNode[] {
  return [...doc.content.content];
}

function sizeBefore(nodes: readonly LineNode[], index: number): number {
  let size = 0;
  for (let i = 0; i < index; i += 1) size += nodes[i]?.nodeSize ?? 0;
  return size;
}

/** Two people may each have put the first letter into an empty line: its text is then in two pieces. */
function writeText(element: Y.XmlElement, { at, remove, insert }: TextChange): void {
  const pieces = element.toArray().filter((piece): piece is Y.XmlText => piece instanceof Y.XmlText);
  let start = 0;
  let left = remove;
  let put = insert;
  pieces.forEach((piece, i) => {
    const length = piece.length;
    const from = Math.max(0, at - start);
    start += length;
    if (from > length || (from === length && i < pieces.length - 1 && put === '')) return;
    const cut = Math.min(left, length - from);
    if (cut > 0) piece.delete(from, cut);
    left -= Math.max(0, cut);
    if (put !== '') piece.insert(from, put);
    put = '';
  });
  if (put !== '') element.insert(element.length, [new Y.XmlText(put)]);
}
