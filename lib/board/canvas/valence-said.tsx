import { signed } from '../../journey/svg/paint.ts';
import type { Board } from '../board.ts';
import { cardIdOf } from '../schema/ids.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';

/** Tells a screen reader the valence of the one emotion that is selected, whenever it changes. */
export function ValenceSaid({ board }: { board: Board }) {
  const t = useMapText();
  const valence = useValue('valence of the selected emotion', () => valenceOfSelected(board), [board]);
  return (
    <p role="status" className="visually-hidden">
      {valence !== null && t('structure.valenceNow', { valence: signed(valence, t('decimal')) })}
    </p>
  );
}

function valenceOfSelected(board: Board): number | null {
  const [only, ...more] = board.editor?.getSelectedShapeIds() ?? [];
  const cardId = only && more.length === 0 ? cardIdOf(only) : undefined;
  const card = cardId === undefined ? undefined : board.cardState(cardId)?.card;
  return card?.kind === 'emotion' ? card.valence : null;
}
