import type { Board } from '../board.ts';
import { bringIntoView, reveal } from '../commands.ts';

/** Selects a card and brings it into view, wherever the board is shown. */
export function goToCard(board: Board, cardId: string): void {
  unfold(board, board.cardState(cardId)?.card.place?.laneId);
  reveal(board, cardId);
  focusMap(board);
}

/** Brings a touchpoint's column into view and gives its header the keyboard. */
export function goToTouchpoint(board: Board, touchpointId: string): void {
  const column = board.$layout.get().columns.find((c) => c.touchpointId === touchpointId);
  if (column) show(board, { minX: column.x, maxX: column.x + column.w });
  if (board.elsewhere?.goTo) board.elsewhere.goTo(touchpointId);
  else focusHeader(board, touchpointId);
}

export function goToPhase(board: Board, phaseId: string): void {
  const phase = board.$layout.get().phases.find((p) => p.id === phaseId);
  if (phase) show(board, { minX: phase.x, maxX: phase.x + phase.w });
  const first = board.$journey.get().touchpoints.find((p) => p.place.phaseId === phaseId);
  if (first && board.elsewhere?.goTo) board.elsewhere.goTo(first.id);
  else focusHeader(board, phaseId);
}

export function goToLane(board: Board, laneId: string): void {
  unfold(board, laneId);
  const row = board.$layout.get().rows.find((r) => r.laneId === laneId);
  if (row) show(board, { minY: row.y, maxY: row.y + row.h });
  focusHeader(board, laneId);
}

/** Sees what somebody else sees until one moves oneself. */
export function goToPerson(board: Board, userId: string): void {
  void import('../presence/follow.ts').then(({ follow }) => follow(board, userId));
}

function show(board: Board, box: Parameters<typeof bringIntoView>[1]): void {
  if (board.editor) bringIntoView(board.editor, box);
}

/** A card in a lane that this person has folded away has no place to go to. */
function unfold(board: Board, laneId: string | undefined): void {
  const folded = board.$collapsed.get();
  if (laneId === undefined || !folded.includes(laneId)) return;
  board.$collapsed.set(folded.filter((id) => id !== laneId));
  board.project();
}

/** The keyboard goes on where one went: on the canvas, or at the part's name with its menus. */
function focusMap(board: Board): void {
  board.editor?.getContainer().focus({ preventScroll: true });
}

function focusHeader(board: Board, partId: string): void {
  const header = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(partId)}"]`);
  const inTable = header?.matches('[tabindex]') === true;
  const target = inTable ? header : header?.querySelector<HTMLElement>('button');
  if (target) target.focus({ preventScroll: !inTable });
  else focusMap(board);
}
