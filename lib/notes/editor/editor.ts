import { Editor, Extension } from '@tiptap/core';
import type { Node as LineNode, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { nanoid } from 'nanoid';
import type { Awareness } from 'y-protocols/awareness';
import type { NotesDoc, Speaker } from '../document.ts';
import type { NamedTouchpoint } from '../touchpoint.ts';
import { Bound } from './bound.ts';
import { carets } from './carets.ts';
import { completion, type Offer, takeTouchpoint } from './completion.ts';
import { keys, turnSpeaker } from './keys.ts';
import { limits, pasted } from './limits.ts';
import { linesOf } from './line-reading.ts';
import { lineView, type MarginWords } from './line-view.ts';
import { type OutlineItem, outlineOf } from './outline.ts';
import { attributesOf, Doc, LineType, Words } from './schema.ts';
import { stamping } from './stamping.ts';
import { type Store, store } from './store.ts';

export interface NotesEditorOptions {
  /** Where the lines are put. */
  element: HTMLElement;
  notes: NotesDoc;
  awareness: Awareness;
  /** Those of the map, as it is known now. */
  touchpoints(): readonly NamedTouchpoint[];
  /** The interview's clock, ms; null while it does not run. */
  atMs(): number | null;
  onAsked(lineId: string): void;
  margin: MarginWords;
  /** Of the editor as a field: its name and the language of the words. */
  label: string;
  language: string;
}

/** The note-taker's editor, without the page around it. */
export interface NotesEditor {
  outline: Pick<Store<OutlineItem[]>, 'get' | 'subscribe'>;
  /** Touchpoints to choose from, while there are any. */
  offer: Pick<Store<Offer | null>, 'get' | 'subscribe'>;
  /** Who speaks in the line the caret is in. */
  speaker: Pick<Store<Speaker>, 'get' | 'subscribe'>;
  take(touchpoint: NamedTouchpoint): void;
  turnSpeaker(speaker: Speaker): void;
  focus(): void;
  /** Puts the caret at the end of a line and shows it. */
  goTo(lineId: string): void;
  destroy(): void;
}

/**
 * How long what stands beside the notes may lag behind them, ms: typing comes first. Each time React draws
 * anything it walks all lines of a field that has the focus, to know where the caret is.
 */
const LAG = 300;

export function openNotesEditor(options: NotesEditorOptions): NotesEditor {
  const { notes, awareness, touchpoints, margin } = options;
  const nameOf = (touchpointId: string) => touchpoints().find(({ id }) => id === touchpointId)?.name;
  const offer = store<Offer | null>(null);
  const outline = store<OutlineItem[]>([]);
  const speaker = store<Speaker>('interviewee');
  const Acts = Extension.create({
    name: 'acts',
    addProseMirrorPlugins: () => [
      stamping({ newId: () => nanoid(12), atMs: options.atMs, nameOf }),
      limits(),
      completion(touchpoints, offer),
      keys({ onAsked: options.onAsked }),
      carets(awareness),
    ],
  });
  let isOld = true;
  const editor = new Editor({
    element: options.element,
    injectCSS: false,
    enableCoreExtensions: { keymap: false, clipboardTextSerializer: false },
    extensions: [
      Doc,
      LineType.extend({
        addNodeView:
          () =>
          ({ node }) =>
            lineView(node, margin, isOld) as never,
      }),
      Words,
      Bound.configure({ lines: notes.lines }),
      Acts,
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        lang: options.language,
      },
      clipboardTextParser: (text, _context, _plain, view) => pasted(text, view.state.schema),
      clipboardTextSerializer: (slice: Slice) => slice.content.textBetween(0, slice.content.size, '\n'),
      // Words alone, whatever they looked like where they come from.
      handlePaste: (view, event) => {
        const text = event.clipboardData?.getData('text/plain');
        return text ? view.pasteText(text) : false;
      },
      scrollMargin: 48,
      scrollThreshold: 48,
    },
  });

  isOld = false;

  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    timer = null;
    outline.set(outlineOf(linesOf(editor.state.doc), outline.get()));
  };
  const lookAtSpeaker = () => {
    const { $head } = editor.state.selection;
    if ($head.depth > 0) speaker.set(attributesOf($head.node(1)).speaker);
  };
  editor.on('transaction', ({ transaction }) => {
    lookAtSpeaker();
    if (transaction.docChanged) timer ??= setTimeout(look, LAG);
  });
  look();
  lookAtSpeaker();

  return {
    outline,
    offer,
    speaker,
    take: (touchpoint) => takeTouchpoint(editor.view, touchpoint),
    turnSpeaker(to) {
      turnSpeaker(editor.view, to);
      editor.view.focus();
    },
    focus: () => editor.view.focus(),
    goTo(lineId) {
      let end: number | null = null;
      editor.state.doc.forEach((node: LineNode, pos: number) => {
        if (attributesOf(node).id === lineId) end = pos + node.nodeSize - 1;
      });
      if (end === null) return;
      const { tr, doc } = editor.state;
      editor.view.dispatch(tr.setSelection(TextSelection.create(doc, end)));
      editor.view.focus();
      const at = editor.view.domAtPos(end).node;
      (at instanceof Element ? at : at.parentElement)?.scrollIntoView({ block: 'center' });
    },
    destroy() {
      if (timer) clearTimeout(timer);
      editor.destroy();
    },
  };
}
