import type { Editor, TLShapeId } from 'tldraw';
import { addCard, moveCards, setCard } from '../journey/commands/cards.ts';
import { HEADER, HEADER_HEIGHT } from '../journey/layout/index.ts';
import { type CardKind, laneFor } from '../journey/model.ts';
import type { Board } from './board.ts';
import { cardOf, type Finding } from './findings.ts';
import { keepArrowEnds } from './gestures/keep-arrow-ends.ts';
import { removeCardsNow } from './gestures/remove.ts';
import { changeable } from './own-cards.ts';
import { cardShapeId } from './schema/ids.ts';
import { foldLane, isFolded } from './structure/view.ts';

export interface Cell {
  touchpointId: string;
  /** The lane wished for; one that takes the kind is used instead when it does not. */
  laneId?: string;
  index?: number;
  valence?: number;
}

/** The cell a card of `kind` gets at `cell`; null when the map has no lane for it. */
function fitting(board: Board, kind: CardKind, cell: Cell) {
  const lane = laneFor(board.$journey.get().lanes, kind, cell.laneId);
  return lane ? { touchpointId: cell.touchpointId, laneId: lane.id } : null;
}

/** A new card, shown, selected and open for typing (on the canvas an emotion opens its panel instead). */
export function createCard(board: Board, kind: CardKind, cell: Cell, text = ''): string | null {
  const target = fitting(board, kind, cell);
  if (!target || !board.options.canWrite) return null;
  const here = target.laneId === cell.laneId;
  const cardId = board.step((j) =>
    addCard(j, {
      kind,
      text,
      cell: target,
      index: here && Number.isFinite(cell.index) ? cell.index : undefined,
      valence: kind === 'emotion' ? (cell.valence ?? null) : null,
      authorId: board.options.userId,
    }),
  );
  reveal(board, cardId);
  if (kind === 'emotion' && !board.elsewhere) board.$open.set(cardId);
  else editCard(board, cardId);
  return cardId;
}

/** A card from a finding of an interview, word for word; the link to where it was said is kept. */
export function placeFinding(board: Board, finding: Finding, cell: Cell): string | null {
  const made = cardOf(finding);
  const target = fitting(board, made.kind, cell);
  if (!target || !board.options.canWrite) return null;
  const here = target.laneId === cell.laneId;
  const cardId = board.step((j) =>
    addCard(j, {
      ...made,
      cell: target,
      index: here && Number.isFinite(cell.index) ? cell.index : undefined,
      valence: (here ? cell.valence : undefined) ?? made.valence ?? null,
      authorId: board.options.userId,
    }),
  );
  reveal(board, cardId);
  return cardId;
}

/** Moves cards to a cell, or with null to the tray, as one step. */
export function placeCards(board: Board, wanted: readonly string[], cell: Cell | null): void {
  const cardIds = changeable(board, wanted);
  if (cardIds.length === 0) return;
  board.step((j) => {
    if (!cell) {
      keepArrowEnds(board, cardIds);
      return moveCards(j, cardIds, null);
    }
    j.doc.transact(() => {
      for (const card of board.$journey.get().cards) {
        if (!cardIds.includes(card.id)) continue;
        const wished = cell.laneId ?? card.place?.laneId;
        const target = fitting(board, card.kind, { ...cell, ...(wished ? { laneId: wished } : {}) });
        if (!target) continue;
        moveCards(j, [card.id], target, target.laneId === cell.laneId ? cell.index : undefined);
        if (card.kind === 'emotion' && cell.valence !== undefined)
          setCard(j, card.id, { valence: cell.valence });
      }
    }, j.origin);
  });
  if (cardIds[0] && cell) reveal(board, cardIds[0]);
}

/** Removes cards as one step, with what arrows hold on them. */
export function deleteCards(board: Board, wanted: readonly string[]): void {
  const cardIds = changeable(board, wanted);
  if (cardIds.length === 0) return;
  const shapes = cardIds.map((id) => cardShapeId(id) as TLShapeId).filter((id) => board.editor?.getShape(id));
  const hidden = cardIds.filter((id) => !shapes.includes(cardShapeId(id) as TLShapeId));
  board.flush();
  board.undoManager.stopCapturing();
  // Through the canvas, which frees the arrows where they point now; the guard makes the command of it.
  if (shapes.length > 0) board.editor?.deleteShapes(shapes);
  if (hidden.length > 0) removeCardsNow(board, hidden);
  if (shapes.length === 0) board.undoManager.stopCapturing();
  const open = board.$open.get();
  if (open && cardIds.includes(open)) board.$open.set(null);
}

/**
 * Selects a card and brings it into view when it is outside; without a canvas it gets the focus. A lane
 * that is folded away is opened for it.
 */
export function reveal(board: Board, cardId: string): void {
  const laneId = board.$journey.get().cards.find((c) => c.id === cardId)?.place?.laneId;
  if (laneId !== undefined && isFolded(board, laneId)) foldLane(board, laneId, false);
  board.project();
  const { editor } = board;
  const id = cardShapeId(cardId) as TLShapeId;
  if (!editor) {
    board.elsewhere?.reveal(cardId);
    return;
  }
  const bounds = editor.getShapePageBounds(id);
  if (!bounds) return;
  editor.select(id);
  bringIntoView(editor, bounds);
}

/** Moves the view no further than needed to show a stretch of the map; an open side counts as shown. */
export function bringIntoView(
  editor: Editor,
  box: { minX: number; maxX: number } | { minY: number; maxY: number },
): void {
  const view = editor.getViewportPageBounds();
  // What lies under the sticky headers, the toolbar or the panel is not in sight.
  const edge = 16;
  const dx =
    'minX' in box ? overhang(box.minX, box.maxX, view.minX + HEADER.laneWidth + edge, view.maxX - edge) : 0;
  const dy =
    'minY' in box ? overhang(box.minY, box.maxY, view.minY + HEADER_HEIGHT + edge, view.maxY - 5 * edge) : 0;
  if (dx === 0 && dy === 0) return;
  const { x, y, z } = editor.getCamera();
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  editor.setCamera({ x: x - dx, y: y - dy, z }, calm ? undefined : { animation: { duration: 240 } });
}

/** How far a stretch lies outside another; its beginning counts more when it is the longer one. */
function overhang(from: number, to: number, least: number, most: number): number {
  if (from < least || to - from > most - least) return from - least;
  return to > most ? to - most : 0;
}

/** Opens a card's text for typing, on the canvas or where the board is shown instead. */
export function editCard(board: Board, cardId: string): void {
  const { editor } = board;
  const id = cardShapeId(cardId) as TLShapeId;
  if (!board.options.canWrite) return;
  if (!editor) board.elsewhere?.edit(cardId);
  if (!editor?.getShape(id)) return;
  board.undoManager.stopCapturing();
  editor.setCurrentTool('select');
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) });
}
