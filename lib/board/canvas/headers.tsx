import { useRef } from 'react';
import { useEditor, usePassThroughWheelEvents, useQuickReactor, useValue } from 'tldraw';
import { HEADER, HEADER_HEIGHT } from '../../journey/layout/index.ts';
import { PARTS } from '../../journey/model.ts';
import { MapHeader } from '../../journey/svg/map-header.tsx';
import { boardOf } from '../board.ts';
import { useStructure } from '../structure/use-structure.tsx';
import { useMapText } from '../ui/text.ts';
import { frameOf } from './frame.ts';
import { HeaderCell } from './header-cell.tsx';
import styles from './headers.module.css';
import { LaneNames } from './lane-names.tsx';

/**
 * The names of phases, touchpoints and lanes: they lie on the map's edge and stay in sight when it is
 * moved. Between them the pointer reaches the canvas.
 */
export function Headers() {
  const editor = useEditor();
  const board = boardOf(editor);
  const t = useMapText();
  const map = useValue(frameOf(board));
  const structure = useStructure(board);
  const all = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const left = useRef<HTMLDivElement>(null);
  const corner = useRef<HTMLDivElement>(null);
  usePassThroughWheelEvents(all as React.RefObject<HTMLDivElement>);

  useQuickReactor('headers follow the camera', () => {
    const { x, y, z } = editor.getCamera();
    const stuckX = Math.max(0, (x - HEADER.laneWidth) * z);
    const stuckY = Math.max(0, (y - HEADER_HEIGHT) * z);
    const scale = `scale(${z})`;
    if (top.current) top.current.style.transform = `translate(${x * z}px, ${stuckY}px) ${scale}`;
    if (left.current) left.current.style.transform = `translate(${stuckX}px, ${y * z}px) ${scale}`;
    if (corner.current) corner.current.style.transform = `translate(${stuckX}px, ${stuckY}px) ${scale}`;
  }, [editor]);

  const parts = Object.fromEntries(PARTS.map((p) => [p, t(`part.${p}`)])) as Record<
    (typeof PARTS)[number],
    string
  >;
  const phaseTop = HEADER.partHeight;
  const touchpointTop = phaseTop + HEADER.phaseHeight;
  return (
    <div ref={all} className={styles.all}>
      <div ref={left} className={styles.left} style={{ width: HEADER.laneWidth, height: map.height }}>
        <LaneNames board={board} rows={map.rows} structure={structure} />
      </div>
      <div ref={top} className={styles.top} style={{ width: map.width, height: HEADER_HEIGHT }}>
        <svg width={map.width} height={HEADER_HEIGHT} aria-hidden="true">
          <g transform={`translate(0 ${HEADER_HEIGHT})`}>
            {map.phases.map((p) => (
              <rect
                key={p.id}
                x={p.x}
                y={-HEADER_HEIGHT + HEADER.partHeight}
                width={p.w}
                height={HEADER_HEIGHT}
                fill={`var(--part-${p.part})`}
              />
            ))}
            <MapHeader map={map} parts={parts} />
          </g>
        </svg>
        {map.phases.map((p) => (
          <HeaderCell
            key={p.id}
            board={board}
            target={{ collection: 'phases', id: p.id }}
            box={{ x: p.x, y: phaseTop, w: p.w, h: HEADER.phaseHeight }}
            structure={structure}
          />
        ))}
        {map.columns.map((c) => (
          <HeaderCell
            key={c.touchpointId}
            board={board}
            target={{ collection: 'touchpoints', id: c.touchpointId }}
            box={{ x: c.x, y: touchpointTop, w: c.w, h: HEADER.touchpointHeight }}
            structure={structure}
          />
        ))}
      </div>
      <div
        ref={corner}
        className={styles.corner}
        style={{ width: HEADER.laneWidth, height: HEADER_HEIGHT }}
      />
      {structure.dialog}
    </div>
  );
}
