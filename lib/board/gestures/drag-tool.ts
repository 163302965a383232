import type { Editor } from 'tldraw';
import { cellAt } from '../../journey/layout/index.ts';
import { type CardKind, laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { type Cell, createCard } from '../commands.ts';
import { CARD_TOOLS } from './card-tools.ts';
import styles from './drag-tool.module.css';

/** Pixels before a press is a drag. */
const THRESHOLD = 6;

/**
 * A card tool dragged out of the toolbar drops a card, open for typing, into the cell it is let go over;
 * the map makes room under it meanwhile. Escape takes it back. A mere press chooses the tool, as ever.
 */
export function dragToolsOut(board: Board, editor: Editor): void {
  const container = editor.getContainer();
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || !board.options.canWrite || !(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>(
      '[data-testid^="tools.card-"], [data-testid^="tools.more.card-"]',
    );
    const kind = CARD_TOOLS.find((tool) => button?.dataset.value === tool.id)?.kind;
    if (button && kind) follow(board, editor, kind, button, event);
  };
  container.addEventListener('pointerdown', onDown, { capture: true });
  board.onDetach(() => container.removeEventListener('pointerdown', onDown, { capture: true }));
}

function follow(board: Board, editor: Editor, kind: CardKind, button: HTMLElement, down: PointerEvent): void {
  const { pointerId, clientX, clientY } = down;
  let ghost: HTMLElement | null = null;

  function onMove(move: PointerEvent) {
    if (move.pointerId !== pointerId) return;
    if (!ghost) {
      if (Math.hypot(move.clientX - clientX, move.clientY - clientY) < THRESHOLD) return;
      button.setPointerCapture(pointerId);
      ghost = ghostOf(button);
      // A finger has chosen the tool already when it touched the button.
      editor.setCurrentTool('select');
    }
    move.preventDefault();
    ghost.style.transform = `translate(${move.clientX}px, ${move.clientY}px)`;
    show(cellUnder(board, editor, kind, move));
  }
  function onUp(up: PointerEvent) {
    if (up.pointerId !== pointerId) return;
    const cell = ghost ? cellUnder(board, editor, kind, up) : null;
    end();
    if (cell) createCard(board, kind, cell);
  }
  function onKey(key: KeyboardEvent) {
    if (key.key !== 'Escape' || !ghost) return;
    key.preventDefault();
    key.stopImmediatePropagation();
    end();
  }
  function show(cell: Cell | null) {
    board.$drag.set({
      cardIds: [],
      cell: cell && { touchpointId: cell.touchpointId, laneId: cell.laneId as string },
      index: cell?.index ?? 0,
      valence: cell?.valence ?? null,
    });
    board.project();
  }
  function end() {
    for (const stop of listening.splice(0)) stop();
    if (!ghost) return;
    // The click that follows a drag is none.
    button.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => button.removeEventListener('click', swallow, { capture: true }));
    ghost.remove();
    ghost = null;
    board.$drag.set(null);
    board.project();
  }
  const listening = [
    on('pointermove', onMove as EventListener),
    on('pointerup', onUp as EventListener),
    on('pointercancel', end),
    on('keydown', onKey as EventListener),
  ];
}

function on(type: string, listener: EventListener): () => void {
  window.addEventListener(type, listener, { capture: true });
  return () => window.removeEventListener(type, listener, { capture: true });
}

function swallow(event: Event) {
  event.stopPropagation();
  event.preventDefault();
}

/** The tool's own sign, under the pointer. */
function ghostOf(button: HTMLElement): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = styles.ghost as string;
  ghost.setAttribute('aria-hidden', 'true');
  const sign = button.querySelector('svg');
  if (sign) ghost.append(sign.cloneNode(true));
  document.body.append(ghost);
  return ghost;
}

function cellUnder(
  board: Board,
  editor: Editor,
  kind: CardKind,
  { clientX, clientY }: PointerEvent,
): Cell | null {
  const under = document.elementFromPoint(clientX, clientY);
  if (!under?.closest('.tl-canvas')) return null;
  const { x, y } = editor.screenToPage({ x: clientX, y: clientY });
  const hit = cellAt(board.$layout.get(), x, y);
  const lane = hit && laneFor(board.$journey.get().lanes, kind, hit.laneId);
  if (!hit || !lane) return null;
  return lane.id === hit.laneId
    ? hit
    : { touchpointId: hit.touchpointId, laneId: lane.id, index: Number.POSITIVE_INFINITY };
}
