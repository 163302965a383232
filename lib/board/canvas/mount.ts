import type { Editor } from 'tldraw';
import { cellAt } from '../../journey/layout/index.ts';
import { naturalLane } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { createCard } from '../commands.ts';
import { copyContent } from '../gestures/adopt.ts';
import { writeSeenEnds } from '../gestures/arrow-ends.ts';
import { dragCards } from '../gestures/drag-cards.ts';
import { guardCards } from '../gestures/guards.ts';
import { listenToKeys } from '../gestures/keys.ts';
import { patchEditor } from '../gestures/patches.ts';
import { steer } from '../presence/follow.ts';
import { shareHands } from '../presence/share.ts';
import { startProjection } from '../projection/project.ts';
import { recordDrawing } from '../projection/record-drawing.ts';
import { rememberView, viewOn } from './first-view.ts';

/** Binds a board to tldraw's editor; everything bound ends with the board. */
export function mountBoard(board: Board, editor: Editor): () => void {
  board.attach(editor);
  board.arrowEnds = (cardIds) => writeSeenEnds(board, editor, cardIds);
  patchEditor(board, editor);
  copyContent(board, editor);
  guardCards(board, editor);
  const isWriting = recordDrawing(board, editor.store);
  const projection = startProjection(board, editor.store, isWriting);
  board.drag = dragCards(board, editor, projection);
  projection.now();
  listenToKeys(board, editor);
  refuseFiles(editor);
  doubleClickAdds(board, editor);
  editor.updateInstanceState({ isReadonly: !board.options.canWrite });
  const { workshopId } = board.options;
  editor.setCamera(viewOn(workshopId), { immediate: true });
  board.onDetach(() => rememberView(workshopId, editor.getCamera()));
  shareHands(board, editor);
  steer(board, editor);
  return () => board.detach();
}

/** Pictures and pasted addresses are not taken in yet; text pasted from elsewhere becomes tldraw text. */
function refuseFiles(editor: Editor): void {
  for (const type of ['files', 'file-replace', 'embed', 'svg-text', 'url'] as const) {
    editor.registerExternalContentHandler(type, async () => {});
  }
}

/** A double click in a cell opens a new card of the lane's own kind. */
function doubleClickAdds(board: Board, editor: Editor): void {
  const onEvent = (info: { type: string; name: string; phase?: string; target?: string }) => {
    if (info.name !== 'double_click' || info.phase !== 'up' || info.target !== 'canvas') return;
    if (!editor.isIn('select') || editor.getHoveredShapeId()) return;
    const { x, y } = editor.inputs.currentPagePoint;
    const hit = cellAt(board.$layout.get(), x, y);
    const lane = board.$journey.get().lanes.find((l) => l.id === hit?.laneId);
    if (!hit || !lane) return;
    const kind = lane.kind === 'free' ? 'question' : lane.kind;
    if (naturalLane(kind) === lane.kind) createCard(board, kind, hit);
  };
  editor.on('event', onEvent);
  board.onDetach(() => editor.off('event', onEvent));
}
