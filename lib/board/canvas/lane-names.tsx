import { HEADER, type RowBox, TEXT, valenceToY } from '../../journey/layout/index.ts';
import { signed } from '../../journey/svg/paint.ts';
import { TextLines } from '../../journey/svg/text-lines.tsx';
import type { Board } from '../board.ts';
import type { useStructure } from '../structure/use-structure.tsx';
import { useMapText } from '../ui/text.ts';
import { HeaderCell } from './header-cell.tsx';

interface LaneNamesProps {
  board: Board;
  rows: readonly RowBox[];
  structure: ReturnType<typeof useStructure>;
}

/** The lanes' names at the left, with the axis of an emotion lane. */
export function LaneNames({ board, rows, structure }: LaneNamesProps) {
  return rows.map((row) => (
    <HeaderCell
      key={row.laneId}
      board={board}
      target={{ collection: 'lanes', id: row.laneId }}
      box={{ x: 0, y: row.y, w: HEADER.laneWidth, h: row.h }}
      structure={structure}
    >
      <svg width={HEADER.laneWidth} height={row.h} aria-hidden="true">
        <path d={`M0 .5H${HEADER.laneWidth}`} stroke="var(--rule-strong)" />
        <TextLines
          lines={row.lines}
          x={10}
          y={12}
          fontSize={TEXT.fontSize}
          lineHeight={TEXT.lineHeight}
          weight={600}
        />
        <Axis row={row} />
      </svg>
    </HeaderCell>
  ));
}

function Axis({ row }: { row: RowBox }) {
  const t = useMapText();
  if (!row.levels) return null;
  const label = (valence: number) => {
    const end = valence === 2 ? `${t('axis.good')}  ` : valence === -2 ? `${t('axis.bad')}  ` : '';
    return end + signed(valence, t('decimal'));
  };
  return [2, 1, 0, -1, -2].map((valence) => (
    <text
      key={valence}
      x={HEADER.laneWidth - 10}
      y={(valenceToY(row, valence) ?? 0) - row.y + 4}
      fontSize={TEXT.metaSize}
      textAnchor="end"
      fill="var(--ink-soft)"
    >
      {label(valence)}
    </text>
  ));
}
