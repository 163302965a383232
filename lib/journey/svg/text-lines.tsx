import type { Token } from '../tokens.ts';
import { paint } from './paint.ts';

interface TextLinesProps {
  lines: readonly string[];
  x: number;
  /** Top of the first line's box. */
  y: number;
  fontSize: number;
  lineHeight: number;
  fill?: Token;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
  /** Figures as wide as each other, so that numbers of several cards can be compared. */
  figures?: boolean;
}

/** Lines as the layout broke them, one element each, so that picture and computed height always agree. */
export function TextLines({
  lines,
  x,
  y,
  fontSize,
  lineHeight,
  fill = 'ink',
  weight = 400,
  anchor,
  figures,
}: TextLinesProps) {
  const baseline = y + lineHeight / 2 + fontSize * 0.36;
  return (
    <text
      fontSize={fontSize}
      fontWeight={weight}
      fontVariant={figures ? 'tabular-nums' : undefined}
      fill={paint(fill)}
      textAnchor={anchor}
    >
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <tspan key={i} x={x} y={baseline + i * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
