import type { Editor, VecLike } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import { cellAt, HEADER, HEADER_HEIGHT } from '../../journey/layout/index.ts';
import { naturalLane } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { createCard } from '../commands.ts';
import { copyContent } from '../gestures/adopt.ts';
import { writeSeenEnds } from '../gestures/arrow-ends.ts';
import { dragCards } from '../gestures/drag-cards.ts';
import { guardCards } from '../gestures/guards.ts';
import { listenToKeys } from '../gestures/keys.ts';
import { patchEditor } from '../gestures/patches.ts';
import { sharePresence } from '../presence/share.ts';
import { startProjection } from '../projection/project.ts';
import { recordDrawing } from '../projection/record-drawing.ts';

/** Binds a board to tldraw's editor; everything bound ends with the board. */
export function mountBoard(board: Board, editor: Editor, awareness: Awareness): () => void {
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
  sharePresence(board, editor, awareness);
  refuseFiles(editor);
  doubleClickAdds(board, editor);
  editor.updateInstanceState({ isReadonly: !board.options.canWrite });
  const { workshopId } = board.options;
  editor.setCamera(views.get(workshopId) ?? firstView(editor), { immediate: true });
  board.onDetach(() => views.set(workshopId, editor.getCamera()));
  return () => board.detach();
}

/** Where the reader was on each map, for as long as the page lives: sessions come and go under it. */
const views = new Map<string, VecLike>();

/** The headers at the edge at 100 %; on a phone a little smaller, so that a whole column is in sight. */
function firstView(editor: Editor) {
  const { w } = editor.getViewportScreenBounds();
  const z = w <= 600 ? 0.8 : 1;

  return { x: HEADER.laneWidth, y: HEADER_HEIGHT, z };
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
