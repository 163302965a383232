import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import { createCard, editCard } from '../commands.ts';
import { addItems } from '../reading/add-menu.ts';
import { cardItems } from '../reading/card-menu.ts';
import { cardNow } from '../reading/cells.ts';
import { mayChange } from '../reading/words.ts';
import type { Structural, Target } from '../structure/actions.ts';
import type { Structure } from '../structure/use-structure.tsx';
import { useMapText } from '../ui/text.ts';
import { cardKey } from './card-keys.ts';
import { headItems } from './head-menu.ts';
import type { TableState } from './table-state.ts';

/** The canvas' letters, by the key's place: what they add to the cell's touchpoint. */
const LETTERS = { KeyQ: 'quote', KeyF: 'friction' } as const;

/** Keys, clicks and the context menu of the whole table; the cells themselves listen to nothing. */
export function useHands(table: TableState, structure: Structure) {
  const t = useMapText();
  return useMemo(() => {
    const { board } = table;
    const { canWrite } = board.options;

    const cardIdIn = (element: Element) =>
      element.closest<HTMLElement>('li')?.querySelector<HTMLElement>('[data-card]')?.dataset.card;

    function openCard(element: Element, anchor: HTMLElement) {
      const card = cardNow(board, cardIdIn(element) ?? '');
      const back = card && table.focus?.card(card.id);
      if (card && back)
        table.openMenu({ anchor, back, label: t('panel.more'), items: cardItems(board, t, card) });
    }
    function openAdd(cell: HTMLElement, anchor: HTMLElement) {
      const lane = board.$journey.get().lanes.find((l) => l.id === cell.dataset.lane);
      const touchpointId = cell.dataset.touchpoint;
      if (!lane || !touchpointId || !canWrite) return;
      const label = anchor.getAttribute('aria-label') ?? '';
      table.openMenu({ anchor, back: cell, label, items: addItems(board, t, touchpointId, lane) });
    }
    function openHead(head: HTMLElement) {
      const target = targetOf(head);
      const anchor = head.querySelector<HTMLElement>('[data-structure]') ?? head;
      if (!target) return;
      const label = anchor.getAttribute('aria-label') ?? '';
      table.openMenu({ anchor, back: head, label, items: headItems(board, t, structure, target) });
    }
    function openFeelings(cell: HTMLElement) {
      const lane = board.$journey.get().lanes.find((l) => l.kind === 'emotion');
      const touchpointId = cell.dataset.touchpoint;
      if (!lane || !touchpointId) return;
      const emotion = addItems(board, t, touchpointId, lane).find((item) => 'more' in item);
      if (!emotion || !('more' in emotion)) return;
      table.openMenu({ anchor: cell, back: cell, label: emotion.label, items: emotion.more() });
    }

    function onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const target = event.target as HTMLElement;
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const ctrl = ctrlKey || metaKey;
      if (event.nativeEvent.isComposing || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      const take = () => {
        event.preventDefault();
        event.stopPropagation();
      };
      const cell = table.focus?.cellOf(target);
      if (!cell || target.closest('[role=menu]')) return;
      const menuKey = key === 'ContextMenu' || (key === 'F10' && shiftKey);
      if (target !== cell) {
        if (onStopKey(target, cell)) take();
        return;
      }
      if (menuKey || key === 'Enter' || key === 'F2') {
        take();
        if (targetOf(cell)) {
          const head = targetOf(cell);
          if (key === 'F2' && head && board.canStructure()) structure.setRenaming(head);
          else openHead(cell);
        } else if (menuKey) openAdd(cell, cell.querySelector<HTMLElement>('[data-add]') ?? cell);
        else table.focus?.enter(cell);
      } else if (!altKey && table.focus?.onCellKey(cell, key, ctrl)) take();
      else if (!ctrl && !altKey && !shiftKey && canWrite && cell.dataset.touchpoint) {
        const kind = LETTERS[event.code as keyof typeof LETTERS];
        const { touchpoint: touchpointId, lane: laneId = '' } = cell.dataset;
        if (kind) {
          take();
          createCard(board, kind, { touchpointId, laneId });
        } else if (event.code === 'KeyM') {
          take();
          openFeelings(cell);
        }
      }

      /** On a card or the button inside a cell. */
      function onStopKey(stop: HTMLElement, around: HTMLElement): boolean {
        if (key === 'Escape') {
          table.focus?.focusCell(around);
          return true;
        }
        const cardId = stop.dataset.card;
        if (cardId && menuKey) {
          openCard(stop, stop);
          return true;
        }
        const card = cardId ? cardNow(board, cardId) : undefined;
        if (card && cardKey(board, card, event)) return true;
        if (card && key === 'Enter') {
          board.$open.set(card.id);
          return true;
        }
        if (altKey || ctrl) return false;
        if (key === 'ArrowDown') table.focus?.step(stop, 1);
        else if (key === 'ArrowUp') table.focus?.step(stop, -1);
        else if (key === 'Home') table.focus?.step(stop, 'first');
        else if (key === 'End') table.focus?.step(stop, 'last');
        else if (key === 'ArrowLeft' || key === 'ArrowRight')
          return Boolean(table.focus?.onCellKey(around, key, false));
        else return false;
        return true;
      }
    }

    function onClick({ target }: MouseEvent<HTMLElement>) {
      const button = (target as Element).closest<HTMLElement>('[data-menu], [data-add], [data-structure]');
      const cell = table.focus?.cellOf(button);
      if (!button || !cell) return;
      if (button.dataset.menu) openCard(button, button);
      else if (button.dataset.add !== undefined) openAdd(cell, button);
      else openHead(cell);
    }
    function onDoubleClick({ target }: MouseEvent<HTMLElement>) {
      const element = target as Element;
      const cardId = element.closest<HTMLElement>('[data-card]')?.dataset.card;
      const card = cardId ? cardNow(board, cardId) : undefined;
      if (card && mayChange(board, card)) editCard(board, card.id);
      const head = element.closest<HTMLElement>('[data-collection]');
      const renamed = head && targetOf(head);
      if (renamed && board.canStructure() && !element.closest('button')) structure.setRenaming(renamed);
    }
    function onContextMenu(event: MouseEvent<HTMLElement>) {
      const card = (event.target as Element).closest<HTMLElement>('[data-card]');
      if (!card || card.querySelector('textarea')) return;
      event.preventDefault();
      openCard(card, card);
    }
    return { onKeyDown, onClick, onDoubleClick, onContextMenu };
  }, [table, structure, t]);
}

function targetOf(head: HTMLElement): Target | null {
  const { collection, id } = head.dataset;
  return collection && id ? { collection: collection as Structural, id } : null;
}
