import type { Capital } from '../analysis/index.ts';
import type { Journey } from '../model.ts';
import { capitalScale, type EndLabel, spread } from './capital-scale.ts';
import { CHART, ChartFrame, type ChartPart, columnX, GridLine } from './chart-frame.tsx';
import type { ChartLabels } from './labels.ts';
import { paint, signed } from './paint.ts';

export interface CapitalCurveLabels extends ChartLabels {
  plain: string;
  weighted: string;
  buffer: string;
  dip: string;
}

interface CapitalCurveProps {
  journey: Journey;
  capital: Capital;
  labels: CapitalCurveLabels;
  /** Without it the whole journey; a part begins where the one before it ended. */
  part?: ChartPart;
  id?: string;
  className?: string;
}

const PLOT = 220;
const RIGHT = 200;

/**
 * How the customer's good will is built and burnt: the capital after each touchpoint, plain and by
 * weight, against the buffer the journey should end with. Ringed where the way is lowest.
 */
export function CapitalCurve({
  journey,
  capital,
  labels,
  part = { from: 0, to: capital.points.length },
  id = 'capital-curve',
  className,
}: CapitalCurveProps) {
  const { ticks, yOf } = capitalScale(capital, CHART.top, PLOT);
  const points = capital.points.slice(part.from, part.to);
  const before = capital.points[part.from - 1];
  const isLast = part.to >= capital.points.length;
  const to = CHART.left + CHART.step * Math.max(1, points.length);
  const steps = (value: (p: Capital['points'][number]) => number) => {
    const start = `M${CHART.left} ${yOf(before ? value(before) : 0)}`;
    return points.map((p, i) => `${i === 0 ? start : ''}L${columnX(i)} ${yOf(value(p))}`).join('');
  };
  const ends: EndLabel[] = spread([
    { key: 'plain', y: yOf(capital.plain), text: `${labels.plain} ${signed(capital.plain)}` },
    { key: 'weighted', y: yOf(capital.weighted), text: `${labels.weighted} ${signed(capital.weighted)}` },
    {
      key: 'buffer',
      y: yOf(capital.requiredBuffer),
      text: `${labels.buffer} ${signed(capital.requiredBuffer)}`,
    },
  ]);
  return (
    <ChartFrame
      id={id}
      title={labels.title}
      description={labels.description}
      names={journey.touchpoints.slice(part.from, part.to).map((t) => t.name)}
      first={part.from + 1}
      plot={PLOT}
      right={RIGHT}
      className={className}
    >
      <rect
        x={CHART.left}
        y={yOf(0)}
        width={to - CHART.left}
        height={CHART.top + PLOT - yOf(0)}
        fill={paint('warn-soft')}
        fillOpacity={0.6}
      />
      {ticks.map((t) => (
        <GridLine key={t} y={yOf(t)} label={signed(t)} to={to} strong={t === 0} />
      ))}
      <path
        d={`M${CHART.left} ${yOf(capital.requiredBuffer)}H${to}`}
        stroke={paint('accent')}
        strokeWidth={1.5}
        strokeDasharray="7 4"
      />
      <path
        d={steps((p) => p.weighted)}
        fill="none"
        stroke={paint('ink-faint')}
        strokeWidth={1.5}
        strokeDasharray="2 3"
      />
      <path
        d={steps((p) => p.plain)}
        fill="none"
        stroke={paint('ink')}
        strokeWidth={2.5}
        strokeLinejoin="round"
      />
      {points.map((p, i) => (
        <CapitalDot
          key={p.touchpointId}
          x={columnX(i)}
          y={yOf(p.plain)}
          step={stepOf(capital.points, part.from + i)}
        />
      ))}
      <Dip capital={capital} part={part} yOf={yOf} label={labels.dip} />
      {(isLast ? ends : []).map((end) => (
        <text
          key={end.key}
          x={to + 8}
          y={end.y + 4}
          fontSize={CHART.size}
          fontWeight={end.key === 'plain' ? 600 : 400}
          fill={paint(end.key === 'buffer' ? 'accent' : end.key === 'plain' ? 'ink' : 'ink-soft')}
        >
          {end.text}
        </text>
      ))}
    </ChartFrame>
  );
}

/** What the touchpoint did to the capital; null where nobody has marked it. */
function stepOf(points: Capital['points'], i: number): number | null {
  const point = points[i];
  return point?.marked ? point.plain - (points[i - 1]?.plain ?? 0) : null;
}

/** Filled with a plus or a minus sign, plain where the expectation was met, hollow where unmarked. */
function CapitalDot({ x, y, step }: { x: number; y: number; step: number | null }) {
  if (step === null) {
    return <circle cx={x} cy={y} r={5} fill={paint('paper')} stroke={paint('ink-soft')} strokeWidth={1.5} />;
  }
  const token = step > 0 ? 'valence-p2' : step < 0 ? 'valence-m2' : 'valence-0';
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={step === 0 ? 5 : 8} fill={paint(token)} stroke={paint('sheet')} strokeWidth={1.5} />
      {step !== 0 && (
        <path
          d={step > 0 ? 'M-4 0h8M0 -4v8' : 'M-4 0h8'}
          stroke={paint('sheet')}
          strokeWidth={2}
          strokeLinecap="round"
        />
      )}
    </g>
  );
}

interface DipProps {
  capital: Capital;
  part: ChartPart;
  yOf: (v: number) => number;
  label: string;
}

/** Shown only where the way really goes down to it; a first step up is no dip. */
function Dip({ capital, part, yOf, label }: DipProps) {
  const i = capital.points.findIndex((p) => p.touchpointId === capital.dip?.touchpointId);
  if (!capital.dip || i < part.from || i >= part.to || (stepOf(capital.points, i) ?? 0) >= 0) return null;
  const [x, y] = [columnX(i - part.from), yOf(capital.dip.plain)];
  return (
    <g>
      <circle cx={x} cy={y} r={13} fill="none" stroke={paint('warn')} strokeWidth={1.5} />
      <text x={x} y={y + 28} fontSize={CHART.size} fontWeight={600} textAnchor="middle" fill={paint('warn')}>
        {`${label} ${signed(capital.dip.plain)}`}
      </text>
    </g>
  );
}
