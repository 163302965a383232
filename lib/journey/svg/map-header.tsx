import { COLUMN, HEADER, HEADER_HEIGHT, type MapLayout, TEXT } from '../layout/index.ts';
import { PARTS, type Part } from '../model.ts';
import { ColumnMeta } from './column-meta.tsx';
import { paint } from './paint.ts';
import { TextLines } from './text-lines.tsx';

interface MapHeaderProps {
  map: Pick<MapLayout, 'phases' | 'columns'>;
  parts: Record<Part, string>;
}

/** The band above the grid: before/during/after, the phases, the touchpoints with their numbers. */
export function MapHeader({ map: { phases, columns }, parts }: MapHeaderProps) {
  const top = -HEADER_HEIGHT;
  const phaseTop = top + HEADER.partHeight;
  const touchpointTop = phaseTop + HEADER.phaseHeight;
  return (
    <g>
      {partSpans(phases).map((span) => (
        <g key={span.part}>
          <path d={`M${span.x} ${top + 1.5}H${span.x + span.w}`} stroke={paint('ink')} strokeWidth={3} />
          <text
            x={span.x + HEADER.padX}
            y={top + 20}
            fontSize={TEXT.metaSize}
            fontWeight={600}
            letterSpacing={0.6}
            fill={paint('ink-soft')}
          >
            {parts[span.part]}
          </text>
        </g>
      ))}
      {phases.map((phase) => (
        <g key={phase.id}>
          <TextLines
            lines={phase.lines}
            x={phase.x + HEADER.padX}
            y={phaseTop}
            fontSize={phase.fontSize}
            lineHeight={phase.lineHeight}
            weight={620}
          />
        </g>
      ))}
      {columns.map((column, i) => (
        <g key={column.touchpointId}>
          <text
            x={column.x + HEADER.padX}
            y={touchpointTop + 19}
            fontSize={TEXT.metaSize}
            fill={paint('ink-soft')}
          >
            {i + 1}
          </text>
          <ColumnMeta column={column} top={touchpointTop} />
          <TextLines
            lines={column.lines}
            x={column.x + HEADER.padX}
            y={touchpointTop + 25}
            fontSize={TEXT.fontSize}
            lineHeight={TEXT.lineHeight}
            weight={600}
          />
        </g>
      ))}
    </g>
  );
}

/** Each part's stretch, over the phases that belong to it. */
export function partSpans(all: MapLayout['phases']): { part: Part; x: number; w: number }[] {
  return PARTS.flatMap((part) => {
    const phases = all.filter((p) => p.part === part);
    const [first, last] = [phases[0], phases.at(-1)];
    return first && last ? [{ part, x: first.x, w: last.x + last.w - first.x }] : [];
  });
}

/** Phase tints from the band to the foot, the lanes' rules and names, hairlines between touchpoints. */
export function MapGrid({ map }: { map: MapLayout }) {
  const top = map.header.y + HEADER.partHeight;
  return (
    <g>
      {map.phases.map((p) => (
        <rect
          key={p.id}
          x={p.x}
          y={top}
          width={p.w}
          height={map.height - top}
          fill={paint(`part-${p.part}`)}
        />
      ))}
      {map.columns.map((c) => {
        const first = map.phases.some((p) => p.x === c.x);
        return first ? null : (
          <path
            key={c.touchpointId}
            d={`M${c.x} ${-HEADER.touchpointHeight + 8}V${map.height}`}
            stroke={paint('rule')}
          />
        );
      })}
      {map.rows.map((row, i) => (
        <g key={row.laneId}>
          <path
            d={`M${-HEADER.laneWidth} ${row.y}H${map.width}`}
            stroke={paint(i === 0 ? 'ink-soft' : 'rule-strong')}
          />
          <TextLines
            lines={row.lines}
            x={HEADER.laneNameX - HEADER.laneWidth}
            y={row.y + (row.collapsed ? 4 : COLUMN.padY)}
            fontSize={TEXT.fontSize}
            lineHeight={TEXT.lineHeight}
            weight={600}
          />
        </g>
      ))}
      <path d={`M${-HEADER.laneWidth} ${map.height}H${map.width}`} stroke={paint('ink-soft')} />
    </g>
  );
}
