import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { helpOf } from './help.ts';
import { moveSelected } from './move-by-keys.ts';
import { openMenuAtSelection } from './open-menu.ts';
import { toolAt } from './tool-keys.ts';
import { isChoosing, isTyping } from './typing.ts';

/**
 * Keys tldraw would answer otherwise: the tools by their place on the keyboard, the question mark, the menu
 * key, and arrows on selected cards, which move a card through its cells (an emotion by half steps of
 * valence) where tldraw would nudge pixels.
 */
export function listenToKeys(board: Board, editor: Editor): void {
  const container = editor.getContainer();
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || isTyping(event.target) || isChoosing(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { canWrite } = board.options;
    const here = editor.getInstanceState().isFocused || inCanvas(event.target, container);
    if (event.key === '?' && here) {
      helpOf(board).set(true);
      return take(event);
    }
    if (isMenuKey(event) && here) {
      openMenuAtSelection(editor);
      return take(event);
    }
    const tool = event.shiftKey || event.repeat ? undefined : toolAt(event.code, canWrite);
    if (tool && here) {
      editor.setCurrentTool(tool);
      return take(event);
    }
    if (canWrite && event.key.startsWith('Arrow') && !event.shiftKey && inCanvas(event.target, container)) {
      if (moveSelected(board, editor, event.key)) take(event);
    }
  };
  window.addEventListener('keydown', onKey, { capture: true });
  board.onDetach(() => window.removeEventListener('keydown', onKey, { capture: true }));
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey);

function take(event: KeyboardEvent) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Arrows inside toolbars and menus are theirs. */
const inCanvas = (target: EventTarget | null, container: HTMLElement) =>
  target === document.body ||
  target === container ||
  (target instanceof Element && target.closest('.tl-canvas') !== null);
