import { memo } from 'react';
import { HEADER, type RowBox, TEXT, valenceToY } from '../../journey/layout/index.ts';
import { signed } from '../../journey/svg/paint.ts';
import { TextLines } from '../../journey/svg/text-lines.tsx';
import { foldLane } from '../structure/view.ts';
import { useMapText } from '../ui/text.ts';
import { CurveLegend } from './curve-legend.tsx';
import { HeaderCell, type HeaderTools } from './header-cell.tsx';
import styles from './headers.module.css';

interface LaneNamesProps {
  tools: HeaderTools;
  rows: readonly RowBox[];
}

const nameTop = (row: RowBox) => (row.collapsed ? 4 : 12);

/** The lanes' names at the left, each with the sign that folds it, and an emotion lane's axis and curves. */
export const LaneNames = memo(function LaneNames({ tools, rows }: LaneNamesProps) {
  return rows.map((row) => (
    <HeaderCell
      key={row.laneId}
      tools={tools}
      target={{ collection: 'lanes', id: row.laneId }}
      box={{ x: 0, y: row.y, w: HEADER.laneWidth, h: row.h }}
      folded={row.collapsed}
    >
      <svg width={HEADER.laneWidth} height={row.h} aria-hidden="true">
        <path d={`M0 .5H${HEADER.laneWidth}`} stroke="var(--rule-strong)" />
        <TextLines
          lines={row.lines}
          x={HEADER.laneNameX}
          y={nameTop(row)}
          fontSize={TEXT.fontSize}
          lineHeight={TEXT.lineHeight}
          weight={600}
        />
        <Axis row={row} />
      </svg>
      <Fold tools={tools} row={row} />
      {row.levels && (
        <CurveLegend board={tools.board} top={nameTop(row) + row.lines.length * TEXT.lineHeight + 10} />
      )}
    </HeaderCell>
  ));
});

/** Folds a lane to a strip, for this person only. */
function Fold({ tools, row }: { tools: HeaderTools; row: RowBox }) {
  const t = useMapText();
  const name = tools.names.get(row.laneId)?.name ?? '';
  const label = t(row.collapsed ? 'structure.unfoldLane' : 'structure.foldLane', { name });
  return (
    <button
      type="button"
      className={styles.fold}
      style={{ top: nameTop(row) - 3 }}
      aria-expanded={!row.collapsed}
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => foldLane(tools.board, row.laneId, !row.collapsed)}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d={row.collapsed ? 'M4 2l4 4-4 4' : 'M2 4l4 4 4-4'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
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
