import type { Card } from '../model.ts';
import type { PersonaSign } from '../personas.ts';
import { countsOf } from './card-foot.tsx';
import { EMOJI_FONT, evidenceLine, paint, valenceToken } from './paint.ts';
import { PersonaBadge } from './persona-badge.tsx';

interface EmotionTokenProps {
  card: Pick<Card, 'evidence' | 'emoji' | 'valence'> & Partial<Pick<Card, 'reactions'>>;
  size: number;
  persona?: PersonaSign | null;
}

/** A round token: the emoji the group chose, or a drawn face, ringed by valence and signed; whose it is at the upper left. */
export function EmotionToken({ card, size, persona }: EmotionTokenProps) {
  const c = size / 2;
  const colour = paint(valenceToken(card.valence ?? 0));
  const line = evidenceLine(card.evidence);
  return (
    <g>
      <circle cx={c} cy={c} r={c - 1} fill={paint('sheet')} stroke={colour} {...line} strokeWidth={2} />
      {card.emoji ? (
        <text x={c} y={c + 6} fontSize={16} fontFamily={EMOJI_FONT} textAnchor="middle">
          {card.emoji}
        </text>
      ) : (
        <Face valence={card.valence} c={c} />
      )}
      <Sign valence={card.valence} x={size - 5} y={size - 5} colour={colour} />
      {persona && <PersonaBadge sign={persona} x={4} y={4} size={13} />}
      <Reactions card={card} x={size - 4} />
    </g>
  );
}

/** How many react to it, as one number: there is no room for more. */
function Reactions({ card, x }: { card: EmotionTokenProps['card']; x: number }) {
  const n = Object.values(countsOf(card.reactions ?? {})).reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  return (
    <g transform={`translate(${x} 4)`}>
      <circle r={6} fill={paint('sheet')} stroke={paint('rule-strong')} />
      <text y={3.2} fontSize={9} fontWeight={600} textAnchor="middle" fill={paint('ink')}>
        {n}
      </text>
    </g>
  );
}

/** Two eyes and a mouth that bends with the valence; a dash while nobody has given one. */
function Face({ valence, c }: { valence: number | null; c: number }) {
  const bend = (valence ?? 0) * 2.6;
  return (
    <g stroke={paint('ink')} strokeWidth={1.7} strokeLinecap="round" fill="none">
      <path d={`M${c - 4} ${c - 3.5}v.1M${c + 4} ${c - 3.5}v.1`} strokeWidth={2.4} />
      <path d={`M${c - 5} ${c + 4 - bend / 3}q5 ${bend} 10 0`} />
    </g>
  );
}

/** The sign says what the colour says: plus, minus, nought, or a question mark. */
function Sign({ valence, x, y, colour }: { valence: number | null; x: number; y: number; colour: string }) {
  const plus = valence !== null && valence > 0;
  const minus = valence !== null && valence < 0;
  const d = plus ? 'M-2.8 0h5.6M0 -2.8v5.6' : minus ? 'M-2.8 0h5.6' : null;
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={5.2} fill={colour} stroke={paint('sheet')} strokeWidth={1.2} />
      {d ? (
        <path d={d} stroke={paint('sheet')} strokeWidth={1.6} strokeLinecap="round" />
      ) : (
        <circle r={1.7} fill={valence === null ? 'none' : paint('sheet')} stroke={paint('sheet')} />
      )}
    </g>
  );
}
