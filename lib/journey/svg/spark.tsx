import { paint } from './paint.ts';

interface SparkProps {
  /** From left to right; null leaves a gap. */
  values: readonly (number | null)[];
  /** Read out for the picture. */
  label: string;
  width?: number;
  height?: number;
  /** Draws the line at 0 and keeps it within the picture. */
  zero?: boolean;
  /** The least the scale spans; default from the lowest value to the highest. */
  span?: readonly [low: number, high: number];
  /** A dot at each value, not only at the last. */
  dots?: boolean;
  className?: string | undefined;
}

const PAD = 6;

/** A curve as small as a word. Its last value is the one that counts: blue above 0, orange below it where 0 is shown. */
export function Spark({
  values,
  label,
  width = 168,
  height = 56,
  zero = false,
  span,
  dots = false,
  className,
}: SparkProps) {
  const known = values.filter((value) => value !== null);
  const ends = span ?? (zero ? [-1, 1] : []);
  const top = Math.max(...known, ...ends);
  const bottom = Math.min(...known, ...ends);
  const reach = top - bottom || 1;
  const x = (i: number) => round(PAD + (i * (width - 2 * PAD)) / Math.max(1, values.length - 1));
  const y = (value: number) =>
    round(top === bottom ? height / 2 : PAD + ((top - value) * (height - 2 * PAD)) / reach);
  const points = values.flatMap((value, i) => (value === null ? [] : [{ i, value }]));
  const path = points
    .map(({ i, value }, n) => `${n > 0 && points[n - 1]?.i === i - 1 ? 'L' : 'M'}${x(i)} ${y(value)}`)
    .join('');
  const last = points.at(-1);
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {zero && (
        <path d={`M${PAD} ${y(0)}H${width - PAD}`} stroke={paint('rule-strong')} strokeDasharray="2 3" />
      )}
      <path d={path} fill="none" stroke={paint('ink')} strokeWidth={1.75} strokeLinejoin="round" />
      {dots &&
        points.map(({ i, value }) => <circle key={i} cx={x(i)} cy={y(value)} r={2.2} fill={paint('ink')} />)}
      {last && <circle cx={x(last.i)} cy={y(last.value)} r={3.5} fill={paint(endToken(last.value, zero))} />}
    </svg>
  );
}

function endToken(value: number, zero: boolean) {
  if (!zero) return 'ink' as const;
  return value > 0 ? 'valence-p2' : value < 0 ? 'valence-m2' : 'valence-0';
}

const round = (value: number) => Math.round(value * 10) / 10;
