import { type ColumnBox, cellKey, type RowBox, TEXT } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { frameOf } from './frame.ts';

/** How many cards lie in each cell of the lanes that are folded away. */
export function LaneCounts({ board }: { board: Board }) {
  const { rows, columns } = useValue(frameOf(board));
  return rows.map((row) =>
    row.collapsed ? <Counts key={row.laneId} board={board} row={row} columns={columns} /> : null,
  );
}

interface CountsProps {
  board: Board;
  row: RowBox;
  columns: readonly ColumnBox[];
}

function Counts({ board, row, columns }: CountsProps) {
  const t = useMapText();
  const counts = useValue('cards of a folded lane', () => {
    const { cells } = board.$layout.get();
    return columns.map((c) => cells.get(cellKey(c.touchpointId, row.laneId))?.length ?? 0).join(' ');
  }, [board, row.laneId, columns]).split(' ');
  return columns.map((column, i) =>
    counts[i] === '0' ? null : (
      <text
        key={column.touchpointId}
        x={column.x + 14}
        y={row.y + row.h / 2 + 4}
        fontSize={TEXT.metaSize}
        fill="var(--ink-soft)"
      >
        {t('structure.foldedCount', { count: Number(counts[i]) })}
      </text>
    ),
  );
}
