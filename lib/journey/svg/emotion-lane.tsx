import { type MapLayout, type RowBox, TEXT, valenceToY } from '../layout/index.ts';
import { Curve } from './curve.tsx';
import type { MapLabels } from './labels.ts';
import { paint, signed } from './paint.ts';

interface EmotionLaneProps {
  map: MapLayout;
  row: RowBox;
  labels: Pick<MapLabels, 'axis' | 'decimal'>;
  id: string;
}

/** The axis and the curve that lie under an emotion lane's tokens. */
export function EmotionLane({ map, row, labels, id }: EmotionLaneProps) {
  const y = (valence: number) => valenceToY(row, valence) ?? row.y;
  const rank = new Map(map.columns.map((c, i) => [c.touchpointId, i]));
  const points = map.curve
    .filter((p) => p.laneId === row.laneId && p.personaId === null)
    .map((p) => ({ x: p.x, y: p.y, column: rank.get(p.touchpointId) ?? 0 }));
  const axis: [number, string][] = [
    [2, `${labels.axis.good}  ${signed(2)}`],
    [1, signed(1)],
    [0, '0'],
    [-1, signed(-1)],
    [-2, `${labels.axis.bad}  ${signed(-2)}`],
  ];
  return (
    <g>
      {axis.map(([valence, label]) => (
        <g key={valence}>
          <path
            d={`M0 ${y(valence)}H${map.width}`}
            stroke={paint(valence === 0 ? 'rule-strong' : 'rule')}
            strokeDasharray={valence === 0 ? undefined : '2 5'}
          />
          <text x={-12} y={y(valence) + 4} fontSize={TEXT.metaSize} textAnchor="end" fill={paint('ink-soft')}>
            {label}
          </text>
        </g>
      ))}
      <Curve points={points} zero={y(0)} top={row.y} bottom={row.y + row.h} id={`${id}-${row.laneId}`} />
    </g>
  );
}
