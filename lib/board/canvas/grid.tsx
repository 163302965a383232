import { useEditor, useValue } from 'tldraw';
import { EmotionLane } from '../../journey/svg/emotion-lane.tsx';
import { MapGrid } from '../../journey/svg/map-header.tsx';
import { type Board, boardOf } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import { frameOf } from './frame.ts';
import { Ghosts } from './ghosts.tsx';
import { LaneHints } from './lane-hints.tsx';

/** The table the cards lie in: tinted phases, lanes, the curve of the emotions. Under all shapes. */
export function Grid() {
  const board = boardOf(useEditor());
  return (
    <svg
      width={1}
      height={1}
      overflow="visible"
      style={{ position: 'absolute', top: 0, left: 0, pointerEvents: 'none' }}
      aria-hidden="true"
    >
      <Table board={board} />
      <LaneHints board={board} />
      <Emotions board={board} />
      <Ghosts board={board} />
    </svg>
  );
}

/** Drawn anew only when columns or lanes change. */
function Table({ board }: { board: Board }) {
  return <MapGrid map={useValue(frameOf(board))} />;
}

function Emotions({ board }: { board: Board }) {
  const t = useMapText();
  const map = useValue(board.$layout);
  const labels = { axis: { good: t('axis.good'), bad: t('axis.bad') }, decimal: t('decimal') as '.' | ',' };
  return map.rows.map((row) =>
    row.levels ? <EmotionLane key={row.laneId} map={map} row={row} labels={labels} id="board" /> : null,
  );
}
