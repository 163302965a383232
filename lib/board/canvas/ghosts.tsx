import { useValue } from 'tldraw';
import { CardPicture } from '../../journey/svg/card-picture.tsx';
import type { Board } from '../board.ts';
import { colourOf } from '../members.ts';
import type { Other } from '../presence/presence.ts';

/** Where a drag will land: mine as a gap, the others' as outlines in their colour. */
export function Ghosts({ board }: { board: Board }) {
  const gap = useValue('gap', () => board.$layout.get().gap, [board]);
  const others = useValue(board.$others);
  return (
    <>
      {gap && (
        <rect
          x={gap.x}
          y={gap.y}
          width={gap.w}
          height={gap.h}
          rx={gap.w === gap.h ? gap.w / 2 : 6}
          fill="var(--accent-soft)"
          stroke="var(--accent)"
          strokeWidth={1.5}
          strokeDasharray="6 4"
        />
      )}
      {others.map(
        (other) => other.drag && <Ghost key={other.clientId} board={board} {...other} drag={other.drag} />,
      )}
    </>
  );
}

/** What another is dragging, under the hand that drags it. */
function Ghost({ board, user, drag }: Other & { board: Board; drag: NonNullable<Other['drag']> }) {
  const state = useValue('ghost', () => (drag.card ? board.cardState(drag.card) : undefined), [drag.card]);
  return (
    <g transform={`translate(${drag.x} ${drag.y})`} opacity={0.7}>
      {state?.box ? (
        <CardPicture card={state.card} box={state.box} meta="" />
      ) : (
        <rect width={drag.w} height={drag.h} rx={6} fill="var(--sheet)" />
      )}
      <rect
        x={-3}
        y={-3}
        width={drag.w + 6}
        height={drag.h + 6}
        rx={8}
        fill="none"
        stroke={colourOf(user.id)}
        strokeWidth={2}
      />
    </g>
  );
}
