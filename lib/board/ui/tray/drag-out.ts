import { cellAt } from '../../../journey/layout/index.ts';
import { laneFor } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { type Cell, placeCards, placeFinding } from '../../commands.ts';
import type { Waiting } from './unplaced.ts';

/** Puts what waited in the tray into a cell. */
export function place(board: Board, item: Waiting, cell: Cell): void {
  if (item.type === 'card') placeCards(board, [item.id], cell);
  else placeFinding(board, item.finding, cell);
}

const THRESHOLD = 5;

/**
 * Dragging out of the tray by pointer (mouse, pen, finger): the map opens a gap under it. A finger must
 * pull sideways first, so that the list still scrolls.
 * @param ghost follows the pointer while it is dragged.
 */
export function dragOut(
  board: Board,
  item: Waiting,
  event: React.PointerEvent<HTMLElement>,
  ghost: (at: { x: number; y: number } | null) => void,
): void {
  if (event.button !== 0 || !board.options.canWrite) return;
  const { pointerId, clientX, clientY, pointerType } = event;
  const from = event.currentTarget;
  let dragging = false;

  function onMove(move: PointerEvent) {
    if (move.pointerId !== pointerId) return;
    const [dx, dy] = [move.clientX - clientX, move.clientY - clientY];
    if (!dragging) {
      if (Math.hypot(dx, dy) < THRESHOLD) return;
      if (pointerType === 'touch' && Math.abs(dx) < Math.abs(dy)) return end();
      dragging = true;
      from.setPointerCapture(pointerId);
    }
    move.preventDefault();
    ghost({ x: move.clientX, y: move.clientY });
    const cell = cellUnder(board, item, move);
    board.$drag.set({
      cardIds: [],
      cell: cell && { touchpointId: cell.touchpointId, laneId: cell.laneId },
      index: cell?.index ?? 0,
      valence: cell?.valence ?? null,
    });
    board.project();
  }
  function onUp(up: PointerEvent) {
    if (up.pointerId !== pointerId) return;
    const cell = dragging ? cellUnder(board, item, up) : null;
    end();
    if (cell) place(board, item, cell);
  }
  function onKey(key: KeyboardEvent) {
    if (key.key !== 'Escape' || !dragging) return;
    key.stopPropagation();
    end();
  }
  function end() {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', onKey, { capture: true });
    ghost(null);
    if (board.$drag.get()) {
      board.$drag.set(null);
      board.project();
    }
  }
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', onKey, { capture: true });
}

function cellUnder(board: Board, item: Waiting, { clientX, clientY }: PointerEvent) {
  const { editor } = board;
  const under = document.elementFromPoint(clientX, clientY);
  if (!editor?.getContainer().contains(under)) return null;
  const { x, y } = editor.screenToPage({ x: clientX, y: clientY });
  const hit = cellAt(board.$layout.get(), x, y);
  const kind = item.type === 'finding' && item.finding.interviewKind === 'employee' ? 'employee' : item.kind;
  const lane = hit && laneFor(board.$journey.get().lanes, kind, hit.laneId);
  if (!hit || !lane) return null;
  return lane.id === hit.laneId
    ? hit
    : {
        touchpointId: hit.touchpointId,
        laneId: lane.id,
        index: Number.POSITIVE_INFINITY,
        valence: undefined,
      };
}
