import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { CARD_TOOLS } from './card-tools.ts';
import { moveSelected } from './move-by-keys.ts';

/**
 * Keys tldraw would answer otherwise: the card tools, and arrows on selected cards, which move a card
 * through its cells (an emotion by half steps of valence) where tldraw would nudge pixels.
 */
export function listenToKeys(board: Board, editor: Editor): void {
  const container = editor.getContainer();
  const onKey = (event: KeyboardEvent) => {
    if (!board.options.canWrite || event.isComposing || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isChoosing(event.target)) return;
    const tool = CARD_TOOLS.find((t) => t.code === event.code);
    if (tool && !event.shiftKey && editor.getInstanceState().isFocused) {
      editor.setCurrentTool(tool.id);
      return take(event);
    }
    if (event.key.startsWith('Arrow') && !event.shiftKey && inCanvas(event.target, container)) {
      if (moveSelected(board, editor, event.key)) take(event);
    }
  };
  window.addEventListener('keydown', onKey, { capture: true });
  board.onDetach(() => window.removeEventListener('keydown', onKey, { capture: true }));
}

function take(event: KeyboardEvent) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** In a menu letters choose an entry. */
const isChoosing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=menu], [role=dialog], dialog') !== null;

/** Arrows inside toolbars and menus are theirs. */
const inCanvas = (target: EventTarget | null, container: HTMLElement) =>
  target === document.body ||
  target === container ||
  (target instanceof Element && target.closest('.tl-canvas') !== null);
