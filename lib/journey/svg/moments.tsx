import { type CurvePoint, type MapLayout, type RowBox, TEXT } from '../layout/index.ts';
import type { PersonaSign } from '../personas.ts';
import { personaToken } from '../tokens.ts';
import { paint, signed } from './paint.ts';
import { PersonaBadge } from './persona-badge.tsx';

interface MomentsProps {
  row: RowBox;
  points: readonly CurvePoint[];
  signs: readonly PersonaSign[];
  decimal: string;
}

const APART = 8;

/**
 * The moments of truth: a star with the mean, at the edge of the lane that the feeling leans to, where no
 * token lies. Several curves' stars at one touchpoint stand beside each other.
 */
export function Moments({ row, points, signs, decimal }: MomentsProps) {
  const starred = points.filter((p) => p.star);
  const groups = new Map<string, CurvePoint[]>();
  for (const point of starred) {
    const key = `${point.touchpointId} ${point.mean > 0 ? 'up' : 'down'}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups].map(([key, group]) => {
    const chips = group.map((point) => {
      const text = signed(Math.round(point.mean * 10) / 10, decimal);
      const sign = signs.find((s) => s.id === point.personaId);
      return { sign, text, w: 16 + text.length * 7 + (sign ? 16 : 0) };
    });
    const total = chips.reduce((sum, c) => sum + c.w + APART, -APART);
    const y = (group[0]?.mean ?? 0) > 0 ? row.y + 8 : row.y + row.h - 8;
    let x = (group[0]?.x ?? 0) - total / 2;
    return (
      <g key={key}>
        {chips.map(({ sign, text, w }) => {
          const at = x;
          x += w + APART;
          const colour = paint(sign ? personaToken(sign.tone) : 'ink');
          return (
            <g key={sign?.id ?? 'all'} transform={`translate(${at} ${y})`}>
              <Star x={6} fill={colour} />
              <text x={15} y={4} fontSize={TEXT.metaSize} fontWeight={650} fill={colour}>
                {text}
              </text>
              {sign && <PersonaBadge sign={sign} x={w - 7} y={0} size={14} />}
            </g>
          );
        })}
      </g>
    );
  });
}

const STAR = 'M0 -6.5L1.9 -2.2L6.4 -1.8L3 1.2L4 5.7L0 3.4L-4 5.7L-3 1.2L-6.4 -1.8L-1.9 -2.2z';

export function Star({ x = 0, y = 0, fill }: { x?: number; y?: number; fill: string }) {
  return <path d={STAR} transform={`translate(${x} ${y})`} fill={fill} />;
}

/**
 * The moments of truth of everybody's curves in words, for whoever does not see the stars: touchpoint and
 * mean, from left to right; empty without any.
 */
export function momentsInWords(
  map: Pick<MapLayout, 'curve'>,
  touchpoints: readonly { id: string; name: string }[],
  decimal: string,
): string[] {
  const names = new Map(touchpoints.map((t) => [t.id, t.name]));
  return map.curve
    .filter((p) => p.star && p.personaId === null)
    .map((p) => `${names.get(p.touchpointId) ?? ''} ${signed(Math.round(p.mean * 10) / 10, decimal)}`);
}
