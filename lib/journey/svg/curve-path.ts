/** A point of a curve; `column` is its rank among the touchpoints. */
export interface CurveSpot {
  x: number;
  y: number;
  column: number;
}

export interface CurveSegment {
  d: string;
  /** Goes over touchpoints that nobody has told a feeling about. */
  bridged: boolean;
}

const finite = (n: number) => Number(n.toFixed(2));

/**
 * Smooth segments through the points that never swing past them (monotone cubic, Fritsch–Carlson): a
 * curve that overshoots would show a feeling nobody had.
 */
export function curveSegments(points: readonly CurveSpot[]): CurveSegment[] {
  const slopes = tangents(points);
  return points.slice(1).flatMap((to, i) => {
    const from = points[i];
    if (!from) return [];
    const third = (to.x - from.x) / 3;
    const [m0, m1] = [slopes[i] ?? 0, slopes[i + 1] ?? 0];
    const c = [from.x + third, from.y + m0 * third, to.x - third, to.y - m1 * third, to.x, to.y];
    const d = `M${finite(from.x)} ${finite(from.y)}C${c.map(finite).join(' ')}`;
    return [{ d, bridged: to.column - from.column > 1 }];
  });
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

/**
 * The areas between the curve and a base line, for tinting; none under a bridged stretch, where nobody
 * has told a feeling.
 */
export function curveAreas(points: readonly CurveSpot[], base: number): string[] {
  return curveSegments(points).flatMap((segment, i) => {
    const [from, to] = [points[i], points[i + 1]];
    if (segment.bridged || !from || !to) return [];
    return [`${segment.d}L${finite(to.x)} ${finite(base)}L${finite(from.x)} ${finite(base)}z`];
  });
}
