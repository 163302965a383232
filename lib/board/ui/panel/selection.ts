import type { Board } from '../../board.ts';
import { cardIdOf } from '../../schema/ids.ts';
import { useValue } from '../../signals.ts';

/** The ids of the selected cards, in the order they were selected; drawings do not count. */
export function useSelectedCards(board: Board): string[] {
  const joined = useValue('selected cards', () => {
    const { editor } = board;
    if (!board.$mounted.get() || !editor || editor.isIn('select.translating')) return '';
    const ids = editor.getSelectedShapeIds().map(cardIdOf);
    return ids.filter((id) => id !== undefined && board.cardState(id)).join(' ');
  }, [board]);
  return joined ? joined.split(' ') : [];
}
