import { COLUMN, cellKey } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { frameOf } from './frame.ts';

/** What belongs in a lane, said once in each that is still empty. */
export function LaneHints({ board }: { board: Board }) {
  const t = useMapText();
  const { rows } = useValue(frameOf(board));
  const empty = useValue('lanes without cards', () => emptyLanes(board).join(' '), [board]).split(' ');
  return rows.map((row) =>
    row.collapsed || !empty.includes(row.laneId) ? null : (
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

/** By the layout's cells, which are far fewer than the cards. */
function emptyLanes(board: Board): string[] {
  const { rows, columns, cells } = board.$layout.get();
  const isEmpty = (laneId: string) => columns.every((c) => !cells.has(cellKey(c.touchpointId, laneId)));
  return rows.map((row) => row.laneId).filter(isEmpty);
}
