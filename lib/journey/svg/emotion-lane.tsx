import { type CurvePoint, type MapLayout, type RowBox, TEXT, valenceToY } from '../layout/index.ts';
import type { PersonaSign } from '../personas.ts';
import { personaToken } from '../tokens.ts';
import { spread } from './capital-scale.ts';
import { Curve } from './curve.tsx';
import { curveRuns } from './curve-path.ts';
import type { MapLabels } from './labels.ts';
import { Moments } from './moments.tsx';
import { paint, signed } from './paint.ts';
import { PersonaBadge, personaDash } from './persona-badge.tsx';

interface EmotionLaneProps {
  map: Pick<MapLayout, 'width' | 'columns' | 'curve'>;
  row: RowBox;
  labels: Pick<MapLabels, 'axis' | 'decimal'>;
  id: string;
  signs?: readonly PersonaSign[];
  /** Whose curves are drawn; null is everybody's. */
  shown?: readonly (string | null)[];
}

const EVERYBODY = [null];

/** The axis and the curves that lie under an emotion lane's tokens. */
export function EmotionLane({ map, row, labels, id, signs = [], shown = EVERYBODY }: EmotionLaneProps) {
  const y = (valence: number) => valenceToY(row, valence) ?? row.y;
  const points = map.curve.filter((p) => p.laneId === row.laneId && shown.includes(p.personaId));
  const rank = new Map(map.columns.map((c, i) => [c.touchpointId, i]));
  const curves = [null, ...signs]
    .map((sign) => ({ sign, points: points.filter((p) => p.personaId === (sign?.id ?? null)) }))
    .filter((c) => c.points.length > 0)
    .map(({ sign, points }) => ({ sign, spots: points.map((p) => spotOf(p, y, rank)) }));
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
          <text x={-10} y={y(valence) + 4} fontSize={TEXT.metaSize} textAnchor="end" fill={paint('ink-soft')}>
            {label}
          </text>
        </g>
      ))}
      {curves.map(({ sign, spots }) => (
        <Curve
          key={sign?.id ?? 'all'}
          points={spots}
          zero={y(0)}
          top={row.y}
          bottom={row.y + row.h}
          id={`${id}-${row.laneId}-${sign?.id ?? 'all'}`}
          tinted={curves.length === 1}
          {...(sign && { token: personaToken(sign.tone), dash: personaDash(sign.tone) })}
        />
      ))}
      <LineEnds curves={curves} half={(map.columns[0]?.w ?? 0) / 2} />
      <Moments row={row} points={points} signs={signs} decimal={labels.decimal} />
    </g>
  );
}

type Spot = ReturnType<typeof spotOf>;

function spotOf(p: CurvePoint, y: (valence: number) => number, rank: ReadonlyMap<string, number>) {
  return { x: p.x, y: p.y, column: rank.get(p.touchpointId) ?? 0, highY: y(p.high), lowY: y(p.low) };
}

interface LineEndsProps {
  curves: readonly { sign: PersonaSign | null; spots: readonly Spot[] }[];
  half: number;
}

/** Each persona's letters where a stretch of its line ends, at the edge of the column, clear of the tokens. */
function LineEnds({ curves, half }: LineEndsProps) {
  const ends = curves.flatMap(({ sign, spots }) =>
    sign ? curveRuns(spots).flatMap((run) => ({ sign, at: run.at(-1) as Spot })) : [],
  );
  const columns = [...new Set(ends.map((e) => e.at.column))];
  return columns.flatMap((column) => {
    const here = ends.filter((e) => e.at.column === column);
    const placed = spread(here.map(({ sign, at }) => ({ key: sign.id, y: at.y })));
    return here.map(({ sign, at }) => {
      const y = placed.find((p) => p.key === sign.id)?.y ?? at.y;
      const x = at.x + half - 11;
      return (
        <g key={`${sign.id} ${column}`}>
          <path
            d={`M${at.x} ${at.y}L${x - 9} ${y}`}
            stroke={paint(personaToken(sign.tone))}
            strokeOpacity={0.7}
          />
          <PersonaBadge sign={sign} x={x} y={y} />
        </g>
      );
    });
  });
}
