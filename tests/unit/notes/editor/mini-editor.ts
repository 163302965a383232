import { splitBlock } from '@tiptap/pm/commands';
import { Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { type NotesDoc, openNotes, toNotes } from '../../../../lib/notes/document.ts';
import { LinesBinding } from '../../../../lib/notes/editor/binding.ts';
import { linesOf } from '../../../../lib/notes/editor/line-reading.ts';
import { schemaOfNotes } from '../../../../lib/notes/editor/schema.ts';
import { type Stamps, stamp } from '../../../../lib/notes/editor/stamping.ts';
import { undoOf } from '../../../../lib/notes/editor/undo.ts';

const schema = schemaOfNotes();

/** The editor's state, stamping and binding without its view: what a person does, by hand. */
export class MiniEditor {
  readonly notes: NotesDoc;
  readonly binding: LinesBinding;
  state: EditorState;
  at: number | null = null;
  readonly undo: ReturnType<typeof undoOf>;
  readonly #origin = {};
  #count = 0;

  constructor(
    readonly name: string,
    doc = new Y.Doc(),
    touchpoints: Record<string, string> = {},
  ) {
    this.notes = openNotes(doc);
    this.binding = new LinesBinding(this.notes.lines, schema, this.#origin);
    this.state = EditorState.create({ doc: this.binding.begin() });
    this.binding.settled(this.state.doc);
    this.undo = undoOf(this.notes.lines, this.#origin, 0);
    this.notes.lines.observeDeep((events, { origin }) => {
      if (origin === this.#origin) return;
      const tr = this.binding.take(events, this.state);
      if (!tr) return;
      this.state = this.state.apply(tr);
      this.binding.settled(this.state.doc);
    });
    this.stamps = {
      newId: () => `${name}${++this.#count}`,
      atMs: () => this.at,
      nameOf: (id) => touchpoints[id],
    };
  }
  readonly stamps: Stamps;

  dispatch = (tr: Transaction): void => {
    const before = this.state;
    let next = before.apply(tr);
    const stamped = tr.docChanged ? stamp(before, next, this.stamps) : null;
    if (stamped) next = next.apply(stamped);
    this.state = next;
    if (next.doc !== before.doc) this.binding.write(next.doc, next.selection.head);
  };

  /** Puts the caret into a line; `at` in UTF-16 units, its end without. */
  go(line: number, at = this.state.doc.child(line).content.size): void {
    let pos = 1;
    for (let i = 0; i < line; i += 1) pos += this.state.doc.child(i).nodeSize;
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, pos + at)));
  }
  type(text: string): void {
    for (const letter of text) this.dispatch(this.state.tr.insertText(letter));
  }
  enter(): void {
    splitBlock(this.state, this.dispatch);
  }
  backspace(): void {
    const { $from, from } = this.state.selection;
    const letter = Array.from($from.parent.textContent.slice(0, $from.parentOffset)).at(-1) ?? '';
    if ($from.parentOffset > 0) this.dispatch(this.state.tr.delete(from - letter.length, from));
    else if (from > 1) this.dispatch(this.state.tr.join(from - 1));
  }
  paste(...lines: string[]): void {
    const nodes = lines.map((text) => schema.nodes.line?.create(null, text ? schema.text(text) : []));
    const fragment = schema.topNodeType.create(null, nodes as never).content;
    this.dispatch(this.state.tr.replaceSelection(new Slice(fragment, 1, 1)));
  }

  /** What the editor shows. */
  get shown() {
    return linesOf(this.state.doc);
  }
  /** What the document holds. */
  get held() {
    return toNotes(this.notes).lines;
  }
  get caret() {
    const { $head } = this.state.selection;
    return { line: $head.index(0), at: $head.parentOffset };
  }
}

/** Sends each what the others have and it has not. */
export function sync(...editors: MiniEditor[]): void {
  for (const from of editors) {
    for (const to of editors) {
      if (from === to) continue;
      const missing = Y.encodeStateAsUpdate(from.notes.doc, Y.encodeStateVector(to.notes.doc));
      Y.applyUpdate(to.notes.doc, missing, 'remote');
    }
  }
}
