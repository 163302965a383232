/** A point of a curve; `column` is its rank among the touchpoints. */
export interface CurveSpot {
  x: number;
  y: number;
  column: number;
}

const finite = (n: number) => Number(n.toFixed(2));

/**
 * A curve's stretches without a gap: touchpoints beside each other that somebody has told a feeling about.
 * Over the others there is no line at all, because a line would be a guess.
 */
export function curveRuns<S extends CurveSpot>(points: readonly S[]): S[][] {
  const runs: S[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && point.column - (run.at(-1)?.column ?? 0) === 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/**
 * A smooth line through the points of a run that never swings past them (monotone cubic,
 * Fritsch–Carlson): a curve that overshoots would show a feeling nobody had. Empty for a single point.
 */
export function curvePath(run: readonly CurveSpot[]): string {
  return run.length > 1 ? `M${spot(run[0])}${curveTo(run)}` : '';
}

/** The area between two lines over the same touchpoints, for instance the spread of the voices. */
export function bandPath(upper: readonly CurveSpot[], lower: readonly CurveSpot[]): string {
  if (upper.length < 2 || lower.length < 2) return '';
  const back = [...lower].reverse();
  return `M${spot(upper[0])}${curveTo(upper)}L${spot(back[0])}${curveTo(back)}z`;
}

const spot = (p: CurveSpot | undefined) => `${finite(p?.x ?? 0)} ${finite(p?.y ?? 0)}`;

function curveTo(run: readonly CurveSpot[]): string {
  const slopes = tangents(run);
  return run
    .slice(1)
    .map((to, i) => {
      const from = run[i] ?? to;
      const third = (to.x - from.x) / 3;
      const [m0, m1] = [slopes[i] ?? 0, slopes[i + 1] ?? 0];
      const c = [from.x + third, from.y + m0 * third, to.x - third, to.y - m1 * third, to.x, to.y];
      return `C${c.map(finite).join(' ')}`;
    })
    .join('');
}

function tangents(points: readonly CurveSpot[]): number[] {
  const steps = points.slice(1).map((p, i) => {
    const from = points[i] ?? p;
    return p.x === from.x ? 0 : (p.y - from.y) / (p.x - from.x);
  });
  return points.map((_, i) => {
    const [before, after] = [steps[i - 1], steps[i]];
    if (before === undefined) return after ?? 0;
    if (after === undefined) return before;
    if (before * after <= 0) return 0;
    return (2 * before * after) / (before + after);
  });
}
