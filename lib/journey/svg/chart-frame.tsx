import type { ReactNode } from 'react';
import { breakLines, clampLines } from '../layout/wrap.ts';
import { FONT, paint } from './paint.ts';
import { TextLines } from './text-lines.tsx';

/** Measures of the charts, CSS pixels 1:1; wide charts scroll rather than shrink their text. */
export const CHART = { step: 96, left: 64, top: 26, foot: 100, size: 12, line: 16 } as const;

/** Part of a journey that is too long for one sheet: the ranks of its touchpoints, the last one not included. */
export interface ChartPart {
  from: number;
  to: number;
}

export const columnX = (i: number): number => CHART.left + CHART.step * (i + 0.5);

interface ChartFrameProps {
  id: string;
  title: string;
  description: string;
  /** Touchpoint names, left to right. */
  names: readonly string[];
  /** The number of the first of them. */
  first?: number;
  /** Height of the plot, between top and foot. */
  plot: number;
  /** Room at the right for line labels. */
  right: number;
  className?: string;
  children: ReactNode;
}

/** The image, its names for screen readers, and the touchpoints along the foot. */
export function ChartFrame({
  id,
  title,
  description,
  names,
  first = 1,
  plot,
  right,
  className,
  children,
}: ChartFrameProps) {
  const width = CHART.left + CHART.step * Math.max(1, names.length) + right;
  const height = CHART.top + plot + CHART.foot;
  const style = { width: CHART.step - 12, fontSize: CHART.size };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FONT}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
      {names.map((name, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no identity here but its place
        <g key={i}>
          <TextLines
            lines={[String(first + i)]}
            x={columnX(i)}
            y={CHART.top + plot + 8}
            fontSize={CHART.size}
            lineHeight={CHART.line}
            anchor="middle"
            fill="ink-soft"
          />
          <TextLines
            lines={clampLines(breakLines(name, style), 4, style)}
            x={columnX(i)}
            y={CHART.top + plot + 24}
            fontSize={CHART.size}
            lineHeight={CHART.line}
            anchor="middle"
          />
        </g>
      ))}
    </svg>
  );
}

interface GridLineProps {
  y: number;
  label: string;
  to: number;
  strong?: boolean;
}

export function GridLine({ y, label, to, strong = false }: GridLineProps) {
  return (
    <g>
      <path
        d={`M${CHART.left} ${y}H${to}`}
        stroke={paint(strong ? 'rule-strong' : 'rule')}
        strokeDasharray={strong ? undefined : '2 5'}
      />
      <text x={CHART.left - 10} y={y + 4} fontSize={CHART.size} textAnchor="end" fill={paint('ink-soft')}>
        {label}
      </text>
    </g>
  );
}
