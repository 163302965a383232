import type { CardKind, Reaction } from '../model.ts';
import { paint } from './paint.ts';

/** A filled triangle per step of severity; the steps not reached stay outlines. */
export function SeverityMarks({ severity, x, y }: { severity: number | null; x: number; y: number }) {
  return (
    <g>
      {[1, 2, 3].map((step) => {
        const top = y + (step - 1) * 13;
        const reached = (severity ?? 0) >= step;
        return (
          <path
            key={step}
            d={`M${x} ${top + 10}l5.5 -9.5l5.5 9.5z`}
            fill={reached ? paint('warn-soft') : 'none'}
            stroke={paint('warn-soft')}
            strokeOpacity={reached ? 1 : 0.45}
            strokeWidth={1}
            strokeLinejoin="round"
          />
        );
      })}
    </g>
  );
}

/** Filled, 22 × 22: a thin line would be gone at 40 %. */
const FILLED: Partial<Record<CardKind, string>> = {
  need: 'M11 20S2 14.500 2 8.200A4.900 4.900 0 0 1 11 5.600A4.900 4.900 0 0 1 20 8.200C20 14.500 11 20 11 20z',
  employee:
    'M11 1.500a4.700 4.700 0 1 1 0 9.400a4.700 4.700 0 0 1 0 -9.400zM2 20.500c0 -5.600 3.800 -8 9 -8s9 2.400 9 8z',
  metric: 'M2 12h4.500v8H2zM8.700 7.500h4.500V20H8.700zM15.400 2h4.500v18h-4.500z',
  opportunity: 'M11 0.500L13.600 8.400L21.500 11L13.600 13.600L11 21.500L8.400 13.600L0.500 11L8.400 8.400z',
};

/** What kind a card is: drawn at its left, 22 × 22. Kinds told by their outline alone have none. */
export function KindSign({ kind, x, y }: { kind: CardKind; x: number; y: number }) {
  const d = FILLED[kind];
  if (d) {
    const fill = paint(kind === 'opportunity' ? 'accent' : 'ink-soft');
    return <path d={d} transform={`translate(${x} ${y})`} fill={fill} fillRule="evenodd" />;
  }
  if (kind === 'question') {
    return (
      <path
        d="M5.700 7a5.200 5.200 0 1 1 8 4.400c-1.900 1.200 -2.700 2 -2.700 3.800M11 19.700v.1"
        transform={`translate(${x - 5} ${y + 0.5})`}
        fill="none"
        stroke={paint('ink-soft')}
        strokeWidth={3}
        strokeLinecap="round"
      />
    );
  }
  return kind === 'backstage' ? <Cog x={x + 11} y={y + 12} /> : null;
}

/** A ring whose broken outer line makes the teeth. */
function Cog({ x, y }: { x: number; y: number }) {
  const teeth = (2 * Math.PI * 8.4) / 8;
  return (
    <g transform={`translate(${x} ${y})`} fill="none" stroke={paint('ink-soft')}>
      <circle r={5.4} strokeWidth={4} />
      <circle r={8.4} strokeWidth={3} strokeDasharray={`${teeth * 0.5} ${teeth * 0.5}`} />
    </g>
  );
}

const REACTION_PATHS: Record<Reaction, string> = {
  agree: 'M1.500 6.500L4.800 9.800L10.500 2.800',
  heart:
    'M6 10.300S1.200 7.300 1.200 4.200A2.600 2.600 0 0 1 6 3A2.600 2.600 0 0 1 10.800 4.200C10.800 7.300 6 10.300 6 10.300z',
  surprised: 'M6 1.500V7M6 10.200v.1',
  unsure: 'M3.200 4a2.800 2.800 0 1 1 4.300 2.400c-1 .7 -1.500 1.100 -1.500 1.900M6 10.700v.1',
};

/** What somebody says to a card without words, 12 × 12; `colour` is any CSS colour. */
export function ReactionSign({ reaction, colour }: { reaction: Reaction; colour: string }) {
  return (
    <path
      d={REACTION_PATHS[reaction]}
      fill={reaction === 'heart' ? colour : 'none'}
      stroke={colour}
      strokeWidth={reaction === 'heart' ? 1 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
