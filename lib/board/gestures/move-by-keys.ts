import type { Editor, TLShapeId } from 'tldraw';
import { moveCards, setCard } from '../../journey/commands/cards.ts';
import { cellKey } from '../../journey/layout/index.ts';
import type { Card, Journey } from '../../journey/model.ts';
import { signed } from '../../journey/svg/paint.ts';
import { announce } from '../announce.tsx';
import type { Board } from '../board.ts';
import { bringIntoView } from '../commands.ts';
import { changeable } from '../own-cards.ts';
import { cardIdOf, cardShapeId } from '../schema/ids.ts';

/** A card that lies in a cell. */
type Placed = Card & { place: NonNullable<Card['place']> };

/**
 * Moves the selected cards by an arrow key, all in one step: left and right from touchpoint to touchpoint,
 * each in its own lane; up and down in their cell, an emotion by half a step of valence. At the map's edge
 * none of them moves, so that they stay as they lie to each other.
 * @returns whether the key was for cards.
 */
export function moveSelected(board: Board, editor: Editor, key: string): boolean {
  if (!editor.isIn('select.idle')) return false;
  const ids = editor.getSelectedShapeIds().map(cardIdOf);
  if (ids.length === 0 || ids.some((id) => id === undefined)) return false;
  const mine = new Set(changeable(board, ids as string[]));
  const journey = board.$journey.get();
  const cards = journey.cards.filter((c): c is Placed => mine.has(c.id) && c.place !== null);
  if (cards.length === 0) return true;
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    across(board, journey, cards, key === 'ArrowLeft' ? -1 : 1);
  else upOrDown(board, journey, cards, key === 'ArrowUp' ? -1 : 1);
  show(board, cards[0] as Placed);
  return true;
}

function across(board: Board, { touchpoints }: Journey, cards: Placed[], step: number): void {
  const rank = new Map(touchpoints.map((t, i) => [t.id, i]));
  const targets = cards.map((c) => touchpoints[(rank.get(c.place.touchpointId) ?? 0) + step]);
  if (targets.includes(undefined)) return;
  board.step((j) =>
    j.doc.transact(() => {
      cards.forEach((card, i) => {
        const touchpointId = targets[i]?.id;
        if (touchpointId) moveCards(j, [card.id], { touchpointId, laneId: card.place.laneId });
      });
    }, j.origin),
  );
  const touchpoint = targets[0]?.name ?? '';
  announce(board, (t) => t('card.moved', { count: cards.length, touchpoint }));
}

function upOrDown(board: Board, { cards: all }: Journey, cards: Placed[], step: -1 | 1): void {
  const felt = cards.filter((c) => c.kind === 'emotion');
  const stacked = cards.filter((c) => c.kind !== 'emotion');
  const cells = new Map(stacked.map((c) => [cellKey(c.place.touchpointId, c.place.laneId), c.place]));
  const selected = new Set(stacked.map((c) => c.id));
  board.step((j) =>
    j.doc.transact(() => {
      for (const card of felt) setCard(j, card.id, { valence: lifted(card, step) });
      for (const [, cell] of cells) {
        const order = all.filter(
          (c) => c.place?.touchpointId === cell.touchpointId && c.place.laneId === cell.laneId,
        );
        for (const [cardId, index] of shifted(
          order.map((c) => c.id),
          selected,
          step,
        )) {
          moveCards(j, [cardId], cell, index);
        }
      }
    }, j.origin),
  );
  const [first] = cards;
  if (first && first.kind === 'emotion') {
    const value = lifted(first, step);
    announce(board, (t) => `${t('panel.valence')}: ${signed(value, t('decimal'))}`);
  } else if (first) {
    const cell = board.j.cards.get(first.id) ? cellOrder(board, first) : [];
    announce(board, (t) => t('card.movedIn', { at: cell.indexOf(first.id) + 1, of: cell.length }));
  }
}

const lifted = (card: Card, step: -1 | 1): number =>
  Math.max(-2, Math.min(2, (card.valence ?? 0) - step / 2));

/** The cards of a cell as they lie once the board has read what was written. */
function cellOrder(board: Board, { place }: Placed): string[] {
  board.project();
  return board.$layout.get().cells.get(cellKey(place.touchpointId, place.laneId)) ?? [];
}

/**
 * Where the selected cards of a cell go one place up (−1) or down (1), in the order the moves must be made;
 * those that stand at the end already, and what is behind them, stay.
 */
export function shifted(
  order: readonly string[],
  selected: ReadonlySet<string>,
  step: -1 | 1,
): [cardId: string, index: number][] {
  const now = [...order];
  const moves: [string, number][] = [];
  const first = step < 0 ? 0 : now.length - 1;
  for (let i = first - step; i >= 0 && i < now.length; i -= step) {
    const [card, next] = [now[i] as string, now[i + step] as string];
    if (!selected.has(card) || selected.has(next)) continue;
    now[i] = next;
    now[i + step] = card;
    moves.push([card, i + step]);
  }
  return moves;
}

function show(board: Board, { id }: Card): void {
  board.project();
  const bounds = board.editor?.getShapePageBounds(cardShapeId(id) as TLShapeId);
  if (board.editor && bounds) bringIntoView(board.editor, bounds);
}
