import { useEffect, useState } from 'react';
import type { TLShapeId } from 'tldraw';
import type { Board } from '../../board.ts';
import { cardShapeId } from '../../schema/ids.ts';

/** How long a second click may follow the first, ms. */
const SECOND_CLICK = 350;

/**
 * Whether something may open over the map for a card that was just selected: not while a second click could
 * follow, which is for the card. What is open already goes from card to card at once.
 */
export function useSettled(only: string | null): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (only === null) {
      setSettled(false);
      return;
    }
    const timer = setTimeout(() => setSettled(true), SECOND_CLICK);
    return () => clearTimeout(timer);
  }, [only]);
  return settled && only !== null;
}

/** The side of the canvas where the panel leaves the card in sight: the right one, unless it lies there. */
export function sideFor(board: Board, cardId: string): 'left' | 'right' {
  const { editor } = board;
  const bounds = editor?.getShapePageBounds(cardShapeId(cardId) as TLShapeId);
  if (!editor || !bounds) return 'right';
  const { w } = editor.getViewportScreenBounds();
  const [from, to] = [
    editor.pageToViewport(bounds),
    editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY }),
  ];
  return to.x > w - PANEL_WIDTH && from.x > PANEL_WIDTH ? 'left' : 'right';
}

/** With its margin, px. */
const PANEL_WIDTH = 376;
