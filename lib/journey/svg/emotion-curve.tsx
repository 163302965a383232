import { markTouchpoints, placedByTouchpoint } from '../analysis/index.ts';
import type { Journey } from '../model.ts';
import { CHART, ChartFrame, type ChartPart, columnX, GridLine } from './chart-frame.tsx';
import { Curve } from './curve.tsx';
import type { ChartLabels } from './labels.ts';
import { paint, signed, valenceToken } from './paint.ts';

export interface EmotionCurveLabels extends ChartLabels {
  axis: { good: string; bad: string };
}

interface EmotionCurveProps {
  journey: Journey;
  labels: EmotionCurveLabels;
  /** Without it the whole journey. */
  part?: ChartPart;
  id?: string;
  className?: string;
}

const PLOT = 200;
const yOf = (valence: number) => CHART.top + ((2 - valence) / 4) * PLOT;

/**
 * The mean of the customers' emotions at each touchpoint, with its value and how many stand behind it.
 * Where nobody has told a feeling there is a gap in the line: nothing is made up.
 */
export function EmotionCurve({
  journey,
  labels,
  part = { from: 0, to: journey.touchpoints.length },
  id = 'emotion-curve',
  className,
}: EmotionCurveProps) {
  const marks = markTouchpoints(journey, placedByTouchpoint(journey)).slice(part.from, part.to);
  const points = marks.flatMap((m, column) =>
    m.meanValence === null
      ? []
      : [{ x: columnX(column), y: yOf(m.meanValence), column, mean: m.meanValence, n: m.emotions }],
  );
  const to = CHART.left + CHART.step * Math.max(1, marks.length);
  return (
    <ChartFrame
      id={id}
      title={labels.title}
      description={labels.description}
      names={journey.touchpoints.slice(part.from, part.to).map((t) => t.name)}
      first={part.from + 1}
      plot={PLOT}
      right={12}
      className={className}
    >
      {[2, 1, 0, -1, -2].map((v) => (
        <GridLine key={v} y={yOf(v)} label={endLabel(v, labels.axis)} to={to} strong={v === 0} />
      ))}
      <Curve points={points} zero={yOf(0)} top={CHART.top} bottom={CHART.top + PLOT} id={id} />
      {points.map((p) => (
        <g key={p.column}>
          <circle
            cx={p.x}
            cy={p.y}
            r={5}
            fill={paint(valenceToken(p.mean))}
            stroke={paint('sheet')}
            strokeWidth={1.5}
          />
          <text
            x={p.x}
            y={p.mean >= 0 ? p.y - 12 : p.y + 20}
            fontSize={CHART.size}
            textAnchor="middle"
            fill={paint('ink')}
            stroke={paint('paper')}
            strokeWidth={3}
            paintOrder="stroke"
          >
            <tspan fontWeight={600}>{signed(Math.round(p.mean * 10) / 10, labels.decimal)}</tspan>
            <tspan fill={paint('ink-soft')}>{`  n ${p.n}`}</tspan>
          </text>
        </g>
      ))}
    </ChartFrame>
  );
}

const endLabel = (v: number, axis: { good: string; bad: string }) =>
  v === 2 ? `${axis.good} ${signed(v)}` : v === -2 ? `${axis.bad} ${signed(v)}` : signed(v);
