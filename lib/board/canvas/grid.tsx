import { useEditor, useValue } from 'tldraw';
import { MapGrid } from '../../journey/svg/map-header.tsx';
import { type Board, boardOf } from '../board.ts';
import { Emotions } from './emotions.tsx';
import { frameOf } from './frame.ts';
import { Ghosts } from './ghosts.tsx';
import { LaneCounts } from './lane-counts.tsx';
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
      <LaneCounts board={board} />
      <Emotions board={board} />
      <Ghosts board={board} />
    </svg>
  );
}

/** Drawn anew only when columns or lanes change. */
function Table({ board }: { board: Board }) {
  return <MapGrid map={useValue(frameOf(board))} />;
}
