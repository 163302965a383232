import type { Board } from '../board.ts';
import { isChoosing, isTyping } from '../gestures/typing.ts';
import type { Copied } from './out.ts';
import type { Clip } from './read.ts';

/** The clipboard's own code is fetched with the first look at it; copying must answer within the event. */
export interface ClipboardActs {
  copySelected(): Copied | null;
  removeSelected(): void;
  /** @returns false when tldraw shall take it in */
  paste(clip: Clip): boolean;
}

/** Copy, cut and paste by the keyboard or the browser's menu, before tldraw's own listeners. */
export function listenToClipboard(board: Board, acts: ClipboardActs): () => void {
  const elsewhere = () => {
    const { editor } = board;
    const { activeElement } = document;
    return (
      !editor ||
      editor.getEditingShapeId() !== null ||
      editor.menus.hasAnyOpenMenus() ||
      isTyping(activeElement) ||
      isChoosing(activeElement)
    );
  };
  const take = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onCopy = (event: ClipboardEvent) => {
    // Words marked on the page are what is meant.
    if (elsewhere() || document.getSelection()?.toString()) return;
    const content = acts.copySelected();
    if (!content || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', content.text);
    event.clipboardData.setData('text/html', content.html);
    take(event);
    if (event.type === 'cut') acts.removeSelected();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (elsewhere() || !event.clipboardData) return;
    if (acts.paste(clipOf(event.clipboardData))) take(event);
  };
  window.addEventListener('copy', onCopy, { capture: true });
  window.addEventListener('cut', onCopy, { capture: true });
  window.addEventListener('paste', onPaste, { capture: true });
  return () => {
    window.removeEventListener('copy', onCopy, { capture: true });
    window.removeEventListener('cut', onCopy, { capture: true });
    window.removeEventListener('paste', onPaste, { capture: true });
  };
}

function clipOf(data: DataTransfer): Clip {
  return {
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
    images: [...data.files].filter((file) => file.type.startsWith('image/')),
  };
}
