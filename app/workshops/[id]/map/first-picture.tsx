import {
  COLUMN,
  HEADER,
  HEADER_HEIGHT,
  layout,
  type MapLayout,
  TEXT,
  valenceToY,
} from '@/lib/journey/layout/index.ts';
import type { Journey, LaneKind } from '@/lib/journey/model.ts';
import { EmotionLane } from '@/lib/journey/svg/emotion-lane.tsx';
import type { MapLabels } from '@/lib/journey/svg/labels.ts';
import { MapGrid, MapHeader } from '@/lib/journey/svg/map-header.tsx';
import { signed } from '@/lib/journey/svg/paint.ts';
import { TextLines } from '@/lib/journey/svg/text-lines.tsx';
import { FirstCards } from './first-cards.tsx';
import styles from './first-picture.module.css';

interface FirstPictureProps {
  journey: Journey;
  labels: MapLabels;
  /** What belongs in an empty lane. */
  hints: ReadonlyMap<LaneKind, string>;
}

/**
 * The map as the canvas will show it, names sticking to its edges: plain elements that scroll natively and
 * need no script. Where everything is comes from the same layout, so the canvas takes its place unseen.
 */
export function FirstPicture({ journey, labels, hints }: FirstPictureProps) {
  const map = layout(journey);
  return (
    <div className={styles.sheet}>
      <div className={styles.corner} />
      <div className={styles.top}>
        <svg width={map.width} height={HEADER_HEIGHT} aria-hidden="true">
          <g transform={`translate(0 ${HEADER_HEIGHT})`}>
            {map.phases.map((p) => (
              <rect
                key={p.id}
                x={p.x}
                y={HEADER.partHeight - HEADER_HEIGHT}
                width={p.w}
                height={HEADER_HEIGHT}
                fill={`var(--part-${p.part})`}
              />
            ))}
            <MapHeader map={map} parts={labels.parts} />
          </g>
        </svg>
      </div>
      <div className={styles.left}>
        <LaneNames map={map} labels={labels} />
      </div>
      <svg
        className={styles.grid}
        width={map.width}
        height={map.height}
        role="img"
        aria-label={`${labels.title}. ${labels.description}`}
      >
        <MapGrid map={map} />
        {emptyLanes(map, journey).map((row) => (
          <text
            key={row.laneId}
            x={COLUMN.padX + 4}
            y={row.kind === 'emotion' ? row.y + 26 : row.y + row.h / 2 + 5}
            fontSize={TEXT.fontSize}
            fill="var(--ink-faint)"
          >
            {hints.get(row.kind)}
          </text>
        ))}
        {map.rows.map((row) =>
          row.levels ? <EmotionLane key={row.laneId} map={map} row={row} labels={labels} id="first" /> : null,
        )}
      </svg>
      <FirstCards map={map} journey={journey} labels={labels} />
    </div>
  );
}

function emptyLanes(map: MapLayout, { cards }: Journey) {
  const filled = new Set(cards.map((c) => c.place?.laneId));
  return map.rows.filter((row) => !filled.has(row.laneId));
}

function LaneNames({ map, labels }: { map: MapLayout; labels: MapLabels }) {
  const { laneWidth, laneNameX } = HEADER;
  const end = { 2: `${labels.axis.good}  `, [-2]: `${labels.axis.bad}  ` } as Record<number, string>;
  return (
    <svg width={laneWidth} height={map.height} aria-hidden="true">
      {map.rows.map((row) => (
        <g key={row.laneId} transform={`translate(0 ${row.y})`}>
          <path d={`M0 .5H${laneWidth}`} stroke="var(--rule-strong)" />
          <TextLines
            lines={row.lines}
            x={laneNameX}
            y={COLUMN.padY}
            fontSize={TEXT.fontSize}
            lineHeight={TEXT.lineHeight}
            weight={600}
          />
          {row.levels &&
            [2, 1, 0, -1, -2].map((valence) => (
              <text
                key={valence}
                x={laneWidth - 10}
                y={(valenceToY(row, valence) ?? 0) - row.y + 4}
                fontSize={TEXT.metaSize}
                textAnchor="end"
                fill="var(--ink-soft)"
              >
                {(end[valence] ?? '') + signed(valence, labels.decimal)}
              </text>
            ))}
        </g>
      ))}
    </svg>
  );
}
