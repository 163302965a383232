import { useValue } from 'tldraw';
import { COLUMN } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import { frameOf } from './frame.ts';

/** What belongs in a lane, said once in each that is still empty. */
export function LaneHints({ board }: { board: Board }) {
  const t = useMapText();
  const { rows } = useValue(frameOf(board));
  const filled = useValue(
    'lanes with cards',
    () => [...new Set(board.$journey.get().cards.map((c) => c.place?.laneId))].sort().join(' '),
    [board],
  );
  return rows.map((row) =>
    row.collapsed || filled.includes(row.laneId) ? null : (
      <text
        key={row.laneId}
        x={COLUMN.padX + 4}
        y={row.kind === 'emotion' ? row.y + 26 : row.y + row.h / 2 + 5}
        fontSize={15}
        fill="var(--ink-faint)"
      >
        {t(`hint.${row.kind}`)}
      </text>
    ),
  );
}
