import type { CardChangeKind } from '../diff/card-changes.ts';
import type { Token } from '../tokens.ts';
import { paint } from './paint.ts';

/** How a change is framed and signed. */
export const CHANGE_LOOK: Record<CardChangeKind, { token: Token; dash?: string }> = {
  added: { token: 'accent' },
  removed: { token: 'warn' },
  moved: { token: 'ink', dash: '9 4' },
  reworded: { token: 'ink', dash: '2 4' },
  changed: { token: 'ink-soft', dash: '2 4' },
};

/** Each change's own shape, so that it needs no colour: plus, minus, arrow, pencil stroke, dots. */
const SIGN: Record<CardChangeKind, string> = {
  added: 'M-4.5 0h9M0 -4.5v9',
  removed: 'M-4.5 0h9',
  moved: 'M-5 0h9.5M1 -3.5l3.5 3.5l-3.5 3.5',
  reworded: 'M-4.5 4.5h9M-3.5 1.5l5.500 -5.500l2 2l-5.500 5.500h-2z',
  changed: 'M-4 0h.1M0 0h.1M4 0h.1',
};

/** A change's sign in a disc, for the picture and for whoever explains it. */
export function ChangeSign({ kind, x = 0, y = 0 }: { kind: CardChangeKind; x?: number; y?: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={10} fill={paint(CHANGE_LOOK[kind].token)} stroke={paint('paper')} strokeWidth={2} />
      <path
        d={SIGN[kind]}
        fill="none"
        stroke={paint('sheet')}
        strokeWidth={kind === 'changed' ? 2.6 : 1.9}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}
