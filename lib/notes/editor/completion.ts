import type { Node as LineNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { matchTouchpoints, type NamedTouchpoint } from '../touchpoint.ts';
import { readingOf } from './line-reading.ts';
import { attributesOf } from './schema.ts';
import type { Store } from './store.ts';

/** The touchpoints offered for the `#` line one types in. */
export interface Offer {
  items: NamedTouchpoint[];
  active: number;
  /** Where the line begins and ends, CSS pixels of the window. */
  left: number;
  top: number;
  bottom: number;
}

const MOST = 8;

/**
 * Offers the touchpoints of the map while a `#` line is typed: arrow keys choose, Enter or Tab takes,
 * Escape puts the list away for this line.
 */
export function completion(
  touchpoints: () => readonly NamedTouchpoint[],
  offer: Store<Offer | null>,
): Plugin {
  let dismissed: string | null = null;

  function offered(view: EditorView): Offer | null {
    const line = lineToName(view);
    if (!line || attributesOf(line.node).id === dismissed) return null;
    dismissed = null;
    const items = matchTouchpoints(readingOf(line.node).words, touchpoints()).slice(0, MOST);
    if (items.length === 0) return null;
    const held = offer.get();
    const same = held?.items.length === items.length && held.items.every((item, i) => item === items[i]);
    const { left, top, bottom } = view.coordsAtPos(line.pos + 1);
    return { items, active: same ? held.active : 0, left, top, bottom };
  }

  return new Plugin({
    key: new PluginKey('completion'),
    props: {
      handleKeyDown(view, event) {
        const held = offer.get();
        if (!held || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return false;
        const count = held.items.length;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const step = event.key === 'ArrowDown' ? 1 : count - 1;
          offer.set({ ...held, active: (held.active + step) % count });
          return true;
        }
        if (event.key === 'Escape') {
          const line = lineToName(view);
          dismissed = line && attributesOf(line.node).id;
          offer.set(null);
          return true;
        }
        const item = held.items[held.active];
        if ((event.key !== 'Enter' && event.key !== 'Tab') || event.shiftKey || !item) return false;
        takeTouchpoint(view, item);
        return true;
      },
      handleDOMEvents: {
        blur: () => {
          offer.set(null);
          return false;
        },
      },
    },
    view: () => ({
      update(view, before) {
        if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) {
          offer.set(offered(view));
        }
      },
      destroy: () => offer.set(null),
    }),
  });
}

/** The `#` line the caret is in, as long as it names no touchpoint yet. */
function lineToName({ state }: EditorView): { node: LineNode; pos: number } | null {
  const { $head, empty } = state.selection;
  const node = $head.depth > 0 ? $head.node(1) : null;
  if (!empty || !node || readingOf(node).kind !== 'touchpoint') return null;
  return attributesOf(node).touchpointId === null ? { node, pos: $head.before(1) } : null;
}

/** Writes the name out, remembers which one it is, and goes on in a line below. */
export function takeTouchpoint(view: EditorView, { id, name }: NamedTouchpoint): void {
  const line = lineToName(view);
  if (!line) return;
  const { state } = view;
  const { node, pos } = line;
  const tr = state.tr
    .replaceWith(pos + 1, pos + 1 + node.content.size, state.schema.text(`# ${name.trim()}`))
    .setNodeAttribute(pos, 'touchpointId', id);
  const end = pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 2);
  const isLast = end >= tr.doc.content.size;
  const below = isLast ? null : tr.doc.nodeAt(end);
  if (isLast || (below && below.content.size > 0)) {
    tr.insert(end, node.type.create({ speaker: attributesOf(node).speaker }));
  }
  tr.setSelection(TextSelection.create(tr.doc, end + 1));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
