import { type Editor, Vec, type VecLike } from 'tldraw';

/** Where the menu was asked for without a pointer, in page units; read once, by the menu it opens. */
const asked = new WeakMap<Editor, VecLike>();

export function takeAskedPoint(editor: Editor): VecLike | undefined {
  const point = asked.get(editor);
  asked.delete(editor);
  return point;
}

/** Opens the canvas' menu at a point of the page, as a right click there would. */
export function openMenuAt(editor: Editor, point: VecLike): void {
  const canvas = editor.getContainer().querySelector('.tl-canvas');
  const { x, y } = editor.pageToScreen(point);
  asked.set(editor, point);
  canvas?.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 2 }),
  );
}

/** By the keyboard: beside what is selected, and else in the middle of the view. */
export function openMenuAtSelection(editor: Editor): void {
  const view = editor.getViewportPageBounds();
  const selection = editor.getSelectionPageBounds();
  const point = selection?.center ?? view.center;
  openMenuAt(editor, new Vec(within(point.x, view.minX, view.maxX), within(point.y, view.minY, view.maxY)));
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
