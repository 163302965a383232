import { useValue } from 'tldraw';
import type { Board } from '../board.ts';
import { colourOf } from '../members.ts';

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
      {others.map(({ clientId, user, drag }) =>
        drag ? (
          <g key={clientId} opacity={0.75}>
            <rect
              x={drag.x}
              y={drag.y}
              width={drag.w}
              height={drag.h}
              rx={6}
              fill="var(--sheet)"
              stroke={colourOf(user.id)}
              strokeWidth={2}
            />
            <text x={drag.x + 10} y={drag.y + 20} fontSize={12} fill={colourOf(user.id)}>
              {user.name}
            </text>
          </g>
        ) : null,
      )}
    </>
  );
}
