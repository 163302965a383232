import type { Gap, Side } from '../gap/index.ts';
import { CHART, ChartFrame, GridLine } from './chart-frame.tsx';
import { Curve } from './curve.tsx';
import { Aim, GAP_RIGHT, type GapLabels, lineOf, OneSided, TO_BE_DASH } from './gap-columns.tsx';
import { paint, signed, valenceToken } from './paint.ts';

export interface GapEmotionLabels extends GapLabels {
  axis: { good: string; bad: string };
}

interface GapEmotionCurveProps {
  gap: Gap;
  labels: GapEmotionLabels;
  id?: string;
  className?: string;
}

const PLOT = 200;
const yOf = (valence: number) => CHART.top + ((2 - valence) / 4) * PLOT;

/** The mean feelings of both maps over the same touchpoints; where nobody has told one there is no line. */
export function GapEmotionCurve({ gap, labels, id = 'gap-emotion', className }: GapEmotionCurveProps) {
  const line = lineOf(gap);
  const now = spotsOf(gap.today, line.asIs);
  const then = spotsOf(gap.aimed, line.toBe);
  const aimAt = new Map(then.map((spot) => [spot.x, spot.mean]));
  const nowAt = new Map(now.map((spot) => [spot.x, spot.mean]));
  const ends = { zero: yOf(0), top: CHART.top, bottom: CHART.top + PLOT };
  return (
    <ChartFrame
      id={id}
      title={labels.title}
      description={labels.description}
      names={line.names}
      plot={PLOT}
      right={GAP_RIGHT}
      className={className}
    >
      <OneSided gap={gap} plot={PLOT} labels={labels} />
      {[2, 1, 0, -1, -2].map((v) => (
        <GridLine key={v} y={yOf(v)} label={endLabel(v, labels.axis)} to={line.to} strong={v === 0} />
      ))}
      <Curve points={now} {...ends} id={`${id}-as-is`} tinted={false} />
      <Curve points={then} {...ends} id={`${id}-to-be`} tinted={false} token="accent" dash={TO_BE_DASH} />
      {now.map(({ x, y, mean, touchpointId }) => (
        <g key={touchpointId}>
          <circle
            cx={x}
            cy={y}
            r={5}
            fill={paint(valenceToken(mean))}
            stroke={paint('sheet')}
            strokeWidth={1.5}
          />
          <Value x={x} y={y} above={isAbove(mean, aimAt.get(x))} mean={mean} decimal={labels.decimal} />
        </g>
      ))}
      {then.map(({ x, y, mean, touchpointId }) => {
        const beside = nowAt.get(x);
        return (
          <g key={touchpointId}>
            <Aim x={x} y={y} />
            {beside !== mean && (
              <Value
                x={x}
                y={y}
                above={isAbove(mean, beside)}
                mean={mean}
                decimal={labels.decimal}
                token="accent"
              />
            )}
          </g>
        );
      })}
    </ChartFrame>
  );
}

/** Of two values each stands on its own side of the other, one alone away from the zero line. */
const isAbove = (mean: number, other: number | undefined): boolean =>
  other === undefined || other === mean ? mean >= 0 : mean > other;

/** In each map's own order, so that a line goes on where the other map has one touchpoint more. */
function spotsOf(side: Side, xs: ReadonlyMap<string, number>) {
  const rank = new Map([...xs.keys()].map((id, i) => [id, i]));
  return side.feelings.flatMap(({ touchpointId, mean }) => {
    const x = xs.get(touchpointId);
    if (x === undefined) return [];
    return [{ touchpointId, mean, x, y: yOf(mean), column: rank.get(touchpointId) ?? 0 }];
  });
}

interface ValueProps {
  x: number;
  y: number;
  above: boolean;
  mean: number;
  decimal: string;
  token?: 'ink' | 'accent';
}

function Value({ x, y, above, mean, decimal, token = 'ink' }: ValueProps) {
  return (
    <text
      x={x}
      y={above ? y - 12 : y + 21}
      fontSize={CHART.size}
      fontWeight={600}
      textAnchor="middle"
      fill={paint(token)}
      stroke={paint('paper')}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {signed(Math.round(mean * 10) / 10, decimal)}
    </text>
  );
}

const endLabel = (v: number, axis: { good: string; bad: string }) =>
  v === 2 ? `${axis.good} ${signed(v)}` : v === -2 ? `${axis.bad} ${signed(v)}` : signed(v);
