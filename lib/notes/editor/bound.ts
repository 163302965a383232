import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import { LinesBinding } from './binding.ts';
import { undoOf } from './undo.ts';

const key = new PluginKey('notes');

/** Whether a change of the editor came from the document: typed by somebody else, or an undo of mine. */
export const isTaken = (tr: Transaction): boolean => tr.getMeta(key) === 'taken';

/** Keeps the editor and the live document the same, and undoes what I typed and nobody else's. */
export const Bound = Extension.create<{ lines: Y.XmlFragment }>({
  name: 'bound',
  priority: 1_000,

  addStorage: () => ({ undo: null as Y.UndoManager | null }),

  addKeyboardShortcuts() {
    const undo = () => !!this.storage.undo?.undo() || true;
    const redo = () => !!this.storage.undo?.redo() || true;
    return { 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo };
  },

  addProseMirrorPlugins() {
    const { lines } = this.options;
    const { storage } = this;
    const origin = { editor: this.name };
    return [
      new Plugin({
        key,
        view: (view) => {
          const binding = new LinesBinding(lines, view.state.schema, origin);
          let taking = false;
          const show = (tr: Transaction) => {
            taking = true;
            view.dispatch(tr.setMeta(key, 'taken'));
            taking = false;
            binding.settled(tr.doc);
            // Whatever a plugin added on top of it is mine to write.
            if (view.state.doc !== tr.doc) binding.write(view.state.doc, view.state.selection.head);
          };
          const listen: Parameters<Y.XmlFragment['observeDeep']>[0] = (events, { origin: by }) => {
            if (by === origin) return;
            const tr = binding.take(events, view.state);
            if (tr) show(tr);
          };
          begin(view, binding, show);
          lines.observeDeep(listen);
          const undo = undoOf(lines, origin);
          storage.undo = undo;
          return {
            update: (_view, { doc }) => {
              if (!taking && view.state.doc !== doc) {
                binding.write(view.state.doc, view.state.selection.head);
              }
            },
            destroy: () => {
              lines.unobserveDeep(listen);
              undo.destroy();
              storage.undo = null;
            },
          };
        },
      }),
    ];
  },
});

function begin(view: EditorView, binding: LinesBinding, show: (tr: Transaction) => void): void {
  const { state } = view;
  show(
    state.tr.replaceWith(0, state.doc.content.size, binding.begin().content).setMeta('addToHistory', false),
  );
}
