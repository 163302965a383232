import type { Node as LineNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';
import { NOTES_LIMITS } from '../document.ts';
import { attributesOf } from './schema.ts';

/** Where somebody's caret stands, as presence carries it: the line's id, and UTF-16 units into its text. */
const caret = z.object({ line: z.string().max(NOTES_LIMITS.id), at: z.number().int().nonnegative() });
const other = z.object({ user: z.object({ id: z.string(), name: z.string() }), caret: caret.nullish() });

const key = new PluginKey<DecorationSet>('carets');

/** The other one's caret with their name, and mine told to them. */
export function carets(awareness: Awareness): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown, _before, state) =>
        tr.getMeta(key) ? drawn(state, awareness) : tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown,
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const draw = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
        const others = [...added, ...updated, ...removed].filter((id) => id !== awareness.clientID);
        if (others.length > 0) view.dispatch(view.state.tr.setMeta(key, true));
      };
      const tellMine = () => tell(view, awareness);
      awareness.on('change', draw);
      view.dom.addEventListener('focus', tellMine);
      view.dom.addEventListener('blur', tellMine);
      return {
        update: (_view, before) => {
          if (!before.selection.eq(view.state.selection)) tellMine();
        },
        destroy: () => {
          awareness.off('change', draw);
          view.dom.removeEventListener('focus', tellMine);
          view.dom.removeEventListener('blur', tellMine);
        },
      };
    },
  });
}

function tell(view: EditorView, awareness: Awareness): void {
  const held = caret.nullish().safeParse(awareness.getLocalState()?.caret).data ?? null;
  const { $head } = view.state.selection;
  const { id } = attributesOf($head.node(1) ?? view.state.doc.child(0));
  const now = view.hasFocus() && id !== null ? { line: id, at: $head.parentOffset } : null;
  if (held?.line === now?.line && held?.at === now?.at) return;
  awareness.setLocalStateField('caret', now);
}

function drawn({ doc }: EditorState, awareness: Awareness): DecorationSet {
  const wanted = new Map<string, { clientId: number; name: string; user: string; at: number }[]>();
  for (const [clientId, state] of awareness.getStates()) {
    const told = other.safeParse(state);
    if (clientId === awareness.clientID || !told.success || !told.data.caret) continue;
    const { user } = told.data;
    const { line, at } = told.data.caret;
    wanted.set(line, [...(wanted.get(line) ?? []), { clientId, name: user.name, user: user.id, at }]);
  }
  if (wanted.size === 0) return DecorationSet.empty;
  const found: Decoration[] = [];
  doc.forEach((node: LineNode, pos) => {
    for (const { clientId, name, user, at } of wanted.get(attributesOf(node).id ?? '') ?? []) {
      const where = pos + 1 + Math.min(at, node.content.size);
      found.push(
        Decoration.widget(where, () => caretElement(name, user), { key: `caret-${clientId}`, side: 10 }),
      );
    }
  });
  return DecorationSet.create(doc, found);
}

const COLOURS = 6;

function caretElement(name: string, user: string): HTMLElement {
  const element = document.createElement('span');
  element.dataset.caret = name;
  // The name is in the list of who is here; read aloud in the middle of a line it would be noise.
  element.setAttribute('aria-hidden', 'true');
  const hash = [...user].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);
  element.style.setProperty('--who', `var(--persona-${hash % COLOURS})`);
  return element;
}
