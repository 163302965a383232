import type { Editor, TLRecord, TLShape, TLShapeId } from 'tldraw';
import type { Board } from '../board.ts';
import { isCard } from '../projection/cards.ts';

/**
 * Replaces methods of this editor instance. tldraw is pinned to 3.15.6 because of them, and browser
 * tests hold each one's behaviour.
 */
export function patchEditor(board: Board, editor: Editor): void {
  // tldraw's history restores whole records and would take back colleagues' work.
  editor.undo = () => {
    board.undo();
    return editor;
  };
  editor.redo = () => {
    board.redo();
    return editor;
  };
  editor.getCanUndo = () => board.$canUndo.get();
  editor.getCanRedo = () => board.$canRedo.get();
  const mark = editor.markHistoryStoppingPoint.bind(editor);
  editor.markHistoryStoppingPoint = (name) => {
    board.flush();
    board.undoManager.stopCapturing();
    return mark(name);
  };

  const shapeOf = (item: TLShape | TLShapeId) => (typeof item === 'string' ? editor.getShape(item) : item);
  const isCardShape = (item: TLShape | TLShapeId) => {
    const shape = shapeOf(item);
    return shape !== undefined && isCard(shape as TLRecord);
  };

  // The guard alone would leave an empty group behind.
  const group = editor.groupShapes.bind(editor) as (items: (TLShape | TLShapeId)[], opts?: object) => Editor;
  editor.groupShapes = ((items: (TLShape | TLShapeId)[], opts?: object) => {
    const free = items.filter((item) => !isCardShape(item));
    return free.length > 1 ? group(free, opts) : editor;
  }) as Editor['groupShapes'];

  // Ctrl+D puts copies beside what they copy, which for a card is another touchpoint: they stay in its cell.
  const duplicate = editor.duplicateShapes.bind(editor) as (items: unknown, offset?: object) => Editor;
  editor.duplicateShapes = ((items: (TLShape | TLShapeId)[], offset?: object) =>
    duplicate(items, items.every(isCardShape) ? undefined : offset)) as Editor['duplicateShapes'];

  // A frame must not offer itself to cards; and the hit test over all shapes is the dearest part of a drag.
  const over = editor.getDraggingOverShape.bind(editor);
  editor.getDraggingOverShape = (point, shapes) =>
    shapes.every((s) => isCard(s as TLRecord)) ? undefined : over(point, shapes);

  // Over the tray a drag is on its way out: the map must not run off under it.
  const edges = editor.edgeScrollManager;
  const scroll = edges.updateEdgeScrolling.bind(edges);
  edges.updateEdgeScrolling = (elapsed) => {
    if (!board.isOverTray()) scroll(elapsed);
  };
}
