import { type CurveSpot, curveAreas, curveSegments } from './curve-path.ts';
import { paint } from './paint.ts';

interface CurveProps {
  points: readonly CurveSpot[];
  /** The y of valence 0, and the upper and lower ends of the axis. */
  zero: number;
  top: number;
  bottom: number;
  /** Unique on the page; names the clip paths. */
  id: string;
}

/** The emotion curve: ink line, tinted blue above and orange below the zero line, dotted over gaps. */
export function Curve({ points, zero, top, bottom, id }: CurveProps) {
  const area = curveAreas(points, zero).join('');
  const left = (points[0]?.x ?? 0) - 4;
  const width = (points.at(-1)?.x ?? 0) - left + 4;
  return (
    <g fill="none">
      <clipPath id={`${id}-good`}>
        <rect x={left} y={top} width={width} height={zero - top} />
      </clipPath>
      <clipPath id={`${id}-bad`}>
        <rect x={left} y={zero} width={width} height={bottom - zero} />
      </clipPath>
      {area && (
        <g fillOpacity={0.16}>
          <path d={area} fill={paint('valence-p2')} clipPath={`url(#${id}-good)`} />
          <path d={area} fill={paint('valence-m2')} clipPath={`url(#${id}-bad)`} />
        </g>
      )}
      {curveSegments(points).map(({ d, bridged }) => (
        <path
          key={d}
          d={d}
          stroke={paint('ink')}
          strokeWidth={2}
          strokeLinecap="round"
          strokeDasharray={bridged ? '0.1 6' : undefined}
        />
      ))}
    </g>
  );
}
