import { META } from '../layout/header.ts';
import { type ColumnBox, TEXT } from '../layout/index.ts';
import type { Mark } from '../model.ts';
import { paint } from './paint.ts';
import { PersonaBadge } from './persona-badge.tsx';

/** Beside a touchpoint's number: the group's mark, which personas come here, channel and owner. */
export function ColumnMeta({ column, top }: { column: ColumnBox; top: number }) {
  const { mark, signs, moreSigns, meta } = column;
  const y = top + 15;
  const left = column.x + column.signsX;
  const afterMark = left + (mark === null ? 0 : META.mark);
  const afterSigns = afterMark + signs.length * META.sign;
  return (
    <g>
      {mark !== null && <MarkSign mark={mark} x={left + 6} y={y} />}
      {signs.map((sign, i) => (
        <PersonaBadge key={sign.id} sign={sign} x={afterMark + i * META.sign + 7} y={y} size={14} />
      ))}
      {moreSigns > 0 && (
        <text x={afterSigns + 2} y={top + 19} fontSize={TEXT.metaSize} fill={paint('ink-soft')}>
          {`+${moreSigns}`}
        </text>
      )}
      {meta && (
        <text x={column.x + column.metaX} y={top + 19} fontSize={TEXT.metaSize} fill={paint('ink-soft')}>
          {meta}
        </text>
      )}
    </g>
  );
}

const SIGNS: Record<Mark, { token: 'valence-p2' | 'valence-0' | 'valence-m2'; d: string }> = {
  1: { token: 'valence-p2', d: 'M-3.500 0h7M0 -3.500v7' },
  0: { token: 'valence-0', d: 'M-3.200 -1.500h6.400M-3.200 1.500h6.400' },
  [-1]: { token: 'valence-m2', d: 'M-3.500 0h7' },
};

/** Exceeded a plus, met an equals sign, missed a minus, on the colours of the capital curve. */
export function MarkSign({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  const { token, d } = SIGNS[mark];
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={7} fill={paint(token)} />
      <path d={d} stroke={paint('sheet')} strokeWidth={1.8} strokeLinecap="round" fill="none" />
    </g>
  );
}
