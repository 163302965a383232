import { personaSigns } from '../../journey/personas.ts';
import { EmotionLane } from '../../journey/svg/emotion-lane.tsx';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { drawnCurves } from '../structure/view.ts';
import { useMapText } from '../ui/text.ts';
import { frameOf } from './frame.ts';

/** The axis and curves of the emotion lanes; drawn anew only when a mean, a column or a lane changes. */
export function Emotions({ board }: { board: Board }) {
  const t = useMapText();
  const { rows, columns, width } = useValue(frameOf(board));
  const curve = useValue('curve', () => board.$layout.get().curve, [board]);
  const personas = useValue('personas', () => board.$journey.get().personas, [board]);
  const shown = useValue('curves', () => drawnCurves(board).join(' '), [board]).split(' ');
  const labels = { axis: { good: t('axis.good'), bad: t('axis.bad') }, decimal: t('decimal') as '.' | ',' };
  return rows.map((row) =>
    row.levels ? (
      <EmotionLane
        key={row.laneId}
        map={{ columns, width, curve }}
        row={row}
        labels={labels}
        id="board"
        signs={personaSigns(personas)}
        shown={shown.map((id) => id || null)}
      />
    ) : null,
  );
}
