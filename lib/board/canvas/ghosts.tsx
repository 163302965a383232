import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';

/** Where my own drag will land: a gap that the other cards make room for. */
export function Ghosts({ board }: { board: Board }) {
  const gap = useValue('gap', () => board.$layout.get().gap, [board]);
  if (!gap) return null;
  return (
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
  );
}
