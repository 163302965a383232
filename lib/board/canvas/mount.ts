import type { Editor } from 'tldraw';
import { cellAt } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { createCard } from '../commands.ts';
import { writeSeenEnds } from '../gestures/arrow-ends.ts';
import { dragCards } from '../gestures/drag-cards.ts';
import { dragToolsOut } from '../gestures/drag-tool.ts';
import { guardCards } from '../gestures/guards.ts';
import { listenToKeys } from '../gestures/keys.ts';
import { watchMenu } from '../gestures/menu-open.ts';
import { openMenuAt } from '../gestures/open-menu.ts';
import { patchEditor } from '../gestures/patches.ts';
import { keepReleases } from '../gestures/release-keys.ts';
import { steer } from '../presence/follow.ts';
import { shareHands } from '../presence/share.ts';
import { startProjection } from '../projection/project.ts';
import { recordDrawing } from '../projection/record-drawing.ts';
import { rememberView, viewOn } from './first-view.ts';
import { drawInView } from './in-view.ts';
import { takeIn } from './take-in.ts';

/** Binds a board to tldraw's editor; everything bound ends with the board. */
export function mountBoard(board: Board, editor: Editor): () => void {
  board.attach(editor);
  board.arrowEnds = (cardIds) => writeSeenEnds(board, editor, cardIds);
  patchEditor(board, editor);
  drawInView(board, editor);
  guardCards(board, editor);
  const isWriting = recordDrawing(board, editor.store);
  const projection = startProjection(board, editor.store, isWriting);
  board.drag = dragCards(board, editor, projection);
  projection.now();
  keepReleases(board);
  listenToKeys(board, editor);
  watchMenu(board, editor);
  dragToolsOut(board, editor);
  takeIn(board, editor);
  doubleClickAdds(board, editor);
  editor.updateInstanceState({ isReadonly: !board.options.canWrite });
  const { workshopId } = board.options;
  editor.setCamera(viewOn(workshopId), { immediate: true });
  board.onDetach(() => rememberView(workshopId, editor.getCamera()));
  shareHands(board, editor);
  steer(board, editor);
  return () => board.detach();
}

/** A double click in a cell opens a new card of the lane's own kind; a free lane asks which. */
function doubleClickAdds(board: Board, editor: Editor): void {
  const onEvent = (info: { type: string; name: string; phase?: string; target?: string }) => {
    if (info.name !== 'double_click' || info.phase !== 'up' || info.target !== 'canvas') return;
    if (!editor.isIn('select') || editor.getHoveredShapeId()) return;
    const { x, y } = editor.inputs.currentPagePoint;
    const hit = cellAt(board.$layout.get(), x, y);
    const lane = board.$journey.get().lanes.find((l) => l.id === hit?.laneId);
    if (!hit || !lane) return;
    if (lane.kind === 'free') openMenuAt(editor, { x, y });
    else createCard(board, lane.kind, hit);
  };
  editor.on('event', onEvent);
  board.onDetach(() => editor.off('event', onEvent));
}
