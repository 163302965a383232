import { baseKeymap } from '@tiptap/pm/commands';
import { keydownHandler } from '@tiptap/pm/keymap';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Speaker } from '../document.ts';
import { isFinding } from '../reading.ts';
import { readingOf } from './line-reading.ts';
import { attributesOf } from './schema.ts';

export interface KeyActs {
  /** Ctrl or Cmd with Enter on a `?` line: it has been asked, or not after all. */
  onAsked(lineId: string): void;
}

/**
 * Tab changes who speaks in the line (with Shift: another one who answers); after Escape it leaves the
 * notes, as it does everywhere else. Enter begins a line.
 */
export function keys({ onAsked }: KeyActs): Plugin {
  let leaves = false;
  const base = keydownHandler(baseKeymap);
  return new Plugin({
    key: new PluginKey('keys'),
    props: {
      handleKeyDown(view, event) {
        if (event.isComposing) return false;
        const mayLeave = leaves;
        // Shift comes before Shift and Tab.
        if (event.key !== 'Shift') leaves = event.key === 'Escape';
        if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
          if (mayLeave) return false;
          turnSpeaker(view, event.shiftKey ? 'companion' : 'interviewer');
          return true;
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          const { $head } = view.state.selection;
          const node = $head.depth > 0 ? $head.node(1) : null;
          const id = node && readingOf(node).kind === 'again' ? attributesOf(node).id : null;
          if (id) onAsked(id);
          return true;
        }
        return base(view, event);
      },
      handleKeyPress(view, event) {
        const { $head, empty } = view.state.selection;
        if (!empty || $head.parent.content.size > 0 || event.ctrlKey || event.metaKey) return false;
        // The first letter of a line, which the browser may not have laid out yet: it would put it elsewhere.
        view.dispatch(view.state.tr.insertText(String.fromCodePoint(event.charCode)).scrollIntoView());
        return true;
      },
    },
  });
}

/** The lines of the selection are said by `speaker`; by the interviewee where they all are already. */
export function turnSpeaker(view: Pick<EditorView, 'state' | 'dispatch'>, speaker: Speaker): void {
  const tr = speakerTurned(view.state, speaker);
  if (tr.docChanged) view.dispatch(tr);
}

/** What a sign marks is never the interviewer's, so such a line turns between those who answer. */
export function speakerTurned({ tr, doc, selection }: EditorState, speaker: Speaker): Transaction {
  const chosen: { pos: number; held: Speaker; wanted: Speaker }[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    const isMarked = isFinding(readingOf(node));
    const wanted = isMarked && speaker === 'interviewer' ? 'companion' : speaker;
    chosen.push({ pos, held: attributesOf(node).speaker, wanted });
    return false;
  });
  const back = chosen.every(({ held, wanted }) => held === wanted);
  for (const { pos, wanted } of chosen) tr.setNodeAttribute(pos, 'speaker', back ? 'interviewee' : wanted);
  return tr;
}
