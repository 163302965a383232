import type { CardKind } from '../model.ts';
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

const GLYPHS: Partial<Record<CardKind, string>> = {
  need: 'M8 14s-5.5-3.2-5.5-7A3 3 0 0 1 8 5.2 3 3 0 0 1 13.5 7c0 3.8-5.5 7-5.5 7z',
  employee: 'M8 8a2.8 2.8 0 1 0 0-5.600A2.8 2.8 0 0 0 8 8zM2.8 14c.3-3 2.5-4.5 5.2-4.500s4.9 1.5 5.2 4.5',
  opportunity: 'M8 14V3M3.5 7.500L8 3l4.5 4.5',
  question: 'M5.3 6a2.7 2.7 0 1 1 4.2 2.200c-.9.6-1.5 1.1-1.5 2.200M8 13.400v.1',
};

/** What kind a card is, where its lane does not tell: drawn in the card's spine, 16 × 16. */
export function KindGlyph({ kind, x, y }: { kind: CardKind; x: number; y: number }) {
  const d = GLYPHS[kind];
  if (!d) return null;
  return (
    <path
      d={d}
      transform={`translate(${x} ${y})`}
      fill="none"
      stroke={paint(kind === 'opportunity' ? 'accent' : 'ink-soft')}
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
