import { memo } from 'react';
import { HEADER, HEADER_HEIGHT, type MapLayout } from '../../journey/layout/index.ts';
import { PARTS, type Part } from '../../journey/model.ts';
import { MapHeader } from '../../journey/svg/map-header.tsx';
import { useMapText } from '../ui/text.ts';
import { HeaderCell, type HeaderTools } from './header-cell.tsx';

interface ColumnNamesProps extends Pick<MapLayout, 'width' | 'phases' | 'columns'> {
  tools: HeaderTools;
}

/** The names of phases and touchpoints; drawn anew only when one of them changes, not when a lane grows. */
export const ColumnNames = memo(function ColumnNames({ tools, width, phases, columns }: ColumnNamesProps) {
  const t = useMapText();
  const parts = Object.fromEntries(PARTS.map((p) => [p, t(`part.${p}`)])) as Record<Part, string>;
  const phaseTop = HEADER.partHeight;
  const touchpointTop = phaseTop + HEADER.phaseHeight;
  return (
    <>
      <svg width={width} height={HEADER_HEIGHT} aria-hidden="true">
        <g transform={`translate(0 ${HEADER_HEIGHT})`}>
          {phases.map((p) => (
            <rect
              key={p.id}
              x={p.x}
              y={-HEADER_HEIGHT + HEADER.partHeight}
              width={p.w}
              height={HEADER_HEIGHT}
              fill={`var(--part-${p.part})`}
            />
          ))}
          <MapHeader map={{ phases, columns }} parts={parts} />
        </g>
      </svg>
      {phases.map((p) => (
        <HeaderCell
          key={p.id}
          tools={tools}
          target={{ collection: 'phases', id: p.id }}
          box={{ x: p.x, y: phaseTop, w: p.w, h: HEADER.phaseHeight }}
        />
      ))}
      {columns.map((c) => (
        <HeaderCell
          key={c.touchpointId}
          tools={tools}
          target={{ collection: 'touchpoints', id: c.touchpointId }}
          box={{ x: c.x, y: touchpointTop, w: c.w, h: HEADER.touchpointHeight }}
        />
      ))}
    </>
  );
});
