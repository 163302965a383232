import type { Gap, Side } from '../gap/index.ts';
import { capitalScale, spread } from './capital-scale.ts';
import { CHART, ChartFrame, GridLine } from './chart-frame.tsx';
import { Aim, GAP_RIGHT, type GapLabels, lineOf, OneSided, TO_BE_DASH } from './gap-columns.tsx';
import { paint, signed } from './paint.ts';

interface GapCurveProps {
  gap: Gap;
  labels: GapLabels;
  id?: string;
  className?: string;
}

const PLOT = 220;

/**
 * Today's capital and the one aimed at over the same touchpoints: today a solid line with round points, the
 * aim dashed with diamonds. A touchpoint one map lacks is passed by in its line.
 */
export function GapCapitalCurve({ gap, labels, id = 'gap-capital', className }: GapCurveProps) {
  const line = lineOf(gap);
  const { today, aimed } = gap;
  const all = [...today.capital.points, ...aimed.capital.points].map((p) => ({ ...p, weighted: p.plain }));
  const { ticks, yOf } = capitalScale({ ...aimed.capital, points: all }, CHART.top, PLOT);
  const spots = (side: Side, xs: ReadonlyMap<string, number>) =>
    side.capital.points.flatMap(({ touchpointId, marked, plain }) => {
      const x = xs.get(touchpointId);
      return x === undefined ? [] : [{ x, y: yOf(plain), marked, touchpointId }];
    });
  const [now, then] = [spots(today, line.asIs), spots(aimed, line.toBe)];
  const ends = spread([
    { key: 'asIs', y: yOf(today.capital.plain), text: `${labels.asIs} ${signed(today.capital.plain)}` },
    { key: 'toBe', y: yOf(aimed.capital.plain), text: `${labels.toBe} ${signed(aimed.capital.plain)}` },
  ]);
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
      <rect
        x={CHART.left}
        y={yOf(0)}
        width={line.to - CHART.left}
        height={CHART.top + PLOT - yOf(0)}
        fill={paint('warn-soft')}
        fillOpacity={0.6}
      />
      <OneSided gap={gap} plot={PLOT} labels={labels} />
      {ticks.map((t) => (
        <GridLine key={t} y={yOf(t)} label={signed(t)} to={line.to} strong={t === 0} />
      ))}
      <path d={steps(now, yOf(0))} fill="none" stroke={paint('ink')} strokeWidth={2} strokeLinejoin="round" />
      <path
        d={steps(then, yOf(0))}
        fill="none"
        stroke={paint('accent')}
        strokeWidth={2.5}
        strokeLinejoin="round"
        strokeDasharray={TO_BE_DASH}
      />
      {now.map(({ x, y, marked, touchpointId }) => (
        <circle
          key={touchpointId}
          cx={x}
          cy={y}
          r={4.5}
          fill={paint(marked ? 'ink' : 'paper')}
          stroke={paint('ink')}
          strokeWidth={1.5}
        />
      ))}
      {then.map(({ x, y, touchpointId }) => (
        <Aim key={touchpointId} x={x} y={y} />
      ))}
      {ends.map((end) => (
        <text
          key={end.key}
          x={line.to + 8}
          y={end.y + 4}
          fontSize={CHART.size}
          fontWeight={600}
          fill={paint(end.key === 'toBe' ? 'accent' : 'ink')}
        >
          {end.text}
        </text>
      ))}
    </ChartFrame>
  );
}

const steps = (spots: readonly { x: number; y: number }[], zero: number): string =>
  spots.map(({ x, y }, i) => `${i === 0 ? `M${CHART.left} ${zero}` : ''}L${x} ${y}`).join('');
