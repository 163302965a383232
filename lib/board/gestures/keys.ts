import type { Editor } from 'tldraw';
import { moveCards, setCard } from '../../journey/commands/cards.ts';
import { cellKey } from '../../journey/layout/index.ts';
import type { Card } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { placeCards } from '../commands.ts';
import { cardIdOf } from '../schema/ids.ts';
import { CARD_TOOLS } from './card-tools.ts';

/**
 * Keys tldraw would answer otherwise: the card tools, and arrows on selected cards, which move a card
 * through its cells (an emotion by half steps of valence) where tldraw would nudge pixels.
 */
export function listenToKeys(board: Board, editor: Editor): void {
  const container = editor.getContainer();
  const onKey = (event: KeyboardEvent) => {
    if (!board.options.canWrite || event.isComposing || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isChoosing(event.target)) return;
    const tool = CARD_TOOLS.find((t) => t.code === event.code);
    if (tool && !event.shiftKey && editor.getInstanceState().isFocused) {
      editor.setCurrentTool(tool.id);
      return take(event);
    }
    if (event.key.startsWith('Arrow') && !event.shiftKey && inCanvas(event.target, container)) {
      if (moveSelected(board, editor, event.key)) take(event);
    }
  };
  window.addEventListener('keydown', onKey, { capture: true });
  board.onDetach(() => window.removeEventListener('keydown', onKey, { capture: true }));
}

function take(event: KeyboardEvent) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** In a menu letters choose an entry. */
const isChoosing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=menu], [role=dialog], dialog') !== null;

/** Arrows inside toolbars and menus are theirs. */
const inCanvas = (target: EventTarget | null, container: HTMLElement) =>
  target === document.body ||
  target === container ||
  (target instanceof Element && target.closest('.tl-canvas') !== null);

function moveSelected(board: Board, editor: Editor, key: string): boolean {
  if (!editor.isIn('select.idle')) return false;
  const ids = editor.getSelectedShapeIds().map(cardIdOf);
  if (ids.length === 0 || ids.some((id) => id === undefined)) return false;
  const { cards } = board.$journey.get();
  const selected = cards.filter((c) => ids.includes(c.id));
  for (const card of selected) if (card.place) moveOne(board, card, key);
  return true;
}

function moveOne(board: Board, card: Card, key: string): void {
  if (!card.place) return;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const { touchpoints } = board.$journey.get();
    const at = touchpoints.findIndex((t) => t.id === card.place?.touchpointId);
    const next = touchpoints[at + (key === 'ArrowLeft' ? -1 : 1)];
    if (next) placeCards(board, [card.id], { touchpointId: next.id, laneId: card.place.laneId });
    return;
  }
  const up = key === 'ArrowUp';
  if (card.kind === 'emotion') {
    const valence = Math.max(-2, Math.min(2, (card.valence ?? 0) + (up ? 0.5 : -0.5)));
    board.step((j) => setCard(j, card.id, { valence }));
    return;
  }
  const { touchpointId, laneId } = card.place;
  const cell = board.$layout.get().cells.get(cellKey(touchpointId, laneId)) ?? [];
  const index = cell.indexOf(card.id) + (up ? -1 : 1);
  if (index < 0 || index >= cell.length) return;
  board.step((j) => moveCards(j, [card.id], { touchpointId, laneId }, index));
}
