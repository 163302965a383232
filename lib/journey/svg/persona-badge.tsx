import type { PersonaSign } from '../personas.ts';
import { personaToken, type Token } from '../tokens.ts';
import { paint } from './paint.ts';

/** Lines of personas differ by their strokes as well as by colour. */
const DASHES = ['9 4', '2.5 3.5', '14 4 2.5 4', '5 5', '18 5', '9 3 2.5 3 2.5 3'] as const;

export const personaDash = (tone: number): string => DASHES[tone % DASHES.length] as string;

interface PersonaBadgeProps {
  sign: PersonaSign;
  /** Of the centre. */
  x: number;
  y: number;
  size?: number;
}

/** A persona's letters on its colour. */
export function PersonaBadge({ sign, x, y, size = 16 }: PersonaBadgeProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle
        r={size / 2}
        fill={paint(personaToken(sign.tone) as Token)}
        stroke={paint('sheet')}
        strokeWidth={1}
      />
      <text
        y={size * 0.22}
        fontSize={sign.letters.length > 1 ? size * 0.5 : size * 0.62}
        fontWeight={650}
        textAnchor="middle"
        fill={paint('sheet')}
      >
        {sign.letters}
      </text>
    </g>
  );
}
