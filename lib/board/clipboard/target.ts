import type { Hit } from '../../journey/layout/hit.ts';
import { cellAt } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import type { Cell } from '../commands.ts';
import { cardIdOf } from '../schema/ids.ts';

/** The cell under the pointer; null when that is beside the grid or not over the canvas at all. */
export function hoveredCell(board: Board): Hit | null {
  const { editor } = board;
  if (!editor?.getContainer().querySelector('.tl-canvas')?.matches(':hover')) return null;
  const { x, y } = editor.inputs.currentPagePoint;
  return cellAt(board.$layout.get(), x, y);
}

/** Where pasted cards go without a question: the cell under the pointer, else behind the selected card. */
export function pasteTarget(board: Board): Cell | null {
  const hovered = hoveredCell(board);
  if (hovered) return { touchpointId: hovered.touchpointId, laneId: hovered.laneId, index: hovered.index };
  const [selected] = selectedCards(board);
  const place = selected ? board.cardState(selected)?.card.place : null;
  return place ? { touchpointId: place.touchpointId, laneId: place.laneId } : null;
}

export const selectedCards = (board: Board): string[] =>
  (board.editor?.getSelectedShapeIds() ?? []).flatMap((id) => cardIdOf(id) ?? []);
