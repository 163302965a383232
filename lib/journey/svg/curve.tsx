import type { Token } from '../tokens.ts';
import { bandPath, type CurveSpot, curvePath, curveRuns } from './curve-path.ts';
import { paint } from './paint.ts';

/** A point of a curve with the y of the greatest and the least voice behind it, where that is shown. */
export interface VoicedSpot extends CurveSpot {
  highY?: number;
  lowY?: number;
}

interface CurveProps {
  points: readonly VoicedSpot[];
  /** The y of valence 0, and the upper and lower ends of the axis. */
  zero: number;
  top: number;
  bottom: number;
  /** Unique on the page; names the clip paths. */
  id: string;
  /** Of the line; everybody's is ink and solid. */
  token?: Token;
  dash?: string;
  /** Tints the area to the zero line; several curves at once would mix their tints. */
  tinted?: boolean;
}

/** How far the stroke of a touchpoint reaches to both sides whose neighbours nobody has spoken of. */
const LONE = 34;

/**
 * An emotion curve: a line through the means, the spread of the voices as a soft band around it, tinted
 * blue above and orange below the zero line. Between touchpoints with a gap there is no line.
 */
export function Curve({ points, zero, top, bottom, id, token = 'ink', dash, tinted = true }: CurveProps) {
  const runs = curveRuns(points).map(widened);
  const area = tinted
    ? runs
        .map((run) =>
          bandPath(
            run,
            run.map((p) => ({ ...p, y: zero })),
          ),
        )
        .join('')
    : '';
  const band = runs.map((run) => bandPath(run.map(high), run.map(low))).join('');
  const left = (points[0]?.x ?? 0) - LONE - 4;
  const width = (points.at(-1)?.x ?? 0) - left + LONE + 4;
  return (
    <g fill="none">
      <clipPath id={`${id}-good`}>
        <rect x={left} y={top} width={width} height={zero - top} />
      </clipPath>
      <clipPath id={`${id}-bad`}>
        <rect x={left} y={zero} width={width} height={bottom - zero} />
      </clipPath>
      {area && (
        <g fillOpacity={0.14}>
          <path d={area} fill={paint('valence-p2')} clipPath={`url(#${id}-good)`} />
          <path d={area} fill={paint('valence-m2')} clipPath={`url(#${id}-bad)`} />
        </g>
      )}
      {band && <path d={band} fill={paint(token)} fillOpacity={0.1} />}
      {runs.map((run) => (
        <path
          key={run[0]?.column}
          d={curvePath(run)}
          stroke={paint(token)}
          strokeWidth={2}
          strokeLinecap={dash ? 'butt' : 'round'}
          strokeDasharray={dash}
        />
      ))}
    </g>
  );
}

const high = (p: VoicedSpot): CurveSpot => ({ ...p, y: p.highY ?? p.y });
const low = (p: VoicedSpot): CurveSpot => ({ ...p, y: p.lowY ?? p.y });

/** A touchpoint by itself has no line through it: it gets a short level stroke inside its own column. */
function widened(run: readonly VoicedSpot[]): readonly VoicedSpot[] {
  const [point, next] = run;
  if (!point || next) return run;
  return [
    { ...point, x: point.x - LONE },
    { ...point, x: point.x + LONE },
  ];
}
