import type { Hit } from '../../../journey/layout/hit.ts';
import { cellAt } from '../../../journey/layout/index.ts';
import { laneFor } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import type { Cell } from '../../commands.ts';
import { kindOf } from '../../findings.ts';
import type { Waiting } from './unplaced.ts';

const THRESHOLD = 5;

interface DragOut {
  /** What the pointer holds; others may go with it. */
  item: Waiting;
  /** Follows the pointer while it is dragged. */
  ghost: (at: { x: number; y: number } | null) => void;
  /** The drag has begun, or is over. */
  holding: (held: boolean) => void;
  drop: (cell: Cell) => void;
}

/**
 * Dragging out of the tray by pointer (mouse, pen, finger): the map opens a gap under it. A finger must
 * pull sideways first, so that the list still scrolls.
 */
export function dragOut(
  board: Board,
  event: React.PointerEvent<HTMLElement>,
  { item, ghost, holding, drop }: DragOut,
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
      holding(true);
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
    if (dragging) swallowClick(from);
    end();
    if (cell) drop(cell);
  }
  function onKey(key: KeyboardEvent) {
    if (key.key !== 'Escape' || !dragging) return;
    key.stopPropagation();
    // The button is still down; its release must not count as a click either.
    window.addEventListener('pointerup', () => swallowClick(from), { capture: true, once: true });
    end();
  }
  function end() {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', onKey, { capture: true });
    ghost(null);
    if (dragging) holding(false);
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

/** To be called when the button is released: the click that follows a drag is none. */
function swallowClick(element: HTMLElement): void {
  element.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => element.removeEventListener('click', swallow, { capture: true }));
}

function swallow(event: Event) {
  event.stopPropagation();
  event.preventDefault();
}

function cellUnder(board: Board, item: Waiting, { clientX, clientY }: PointerEvent): Hit | null {
  const { editor } = board;
  const under = document.elementFromPoint(clientX, clientY);
  if (!editor?.getContainer().contains(under)) return null;
  const { x, y } = editor.screenToPage({ x: clientX, y: clientY });
  const hit = cellAt(board.$layout.get(), x, y);
  const kind = item.type === 'finding' ? kindOf(item.finding) : item.kind;
  const lane = hit && laneFor(board.$journey.get().lanes, kind, hit.laneId);
  if (!hit || !lane) return null;
  return lane.id === hit.laneId
    ? hit
    : { touchpointId: hit.touchpointId, laneId: lane.id, index: Number.POSITIVE_INFINITY };
}
