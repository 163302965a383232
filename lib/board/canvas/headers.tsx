import { useEffect, useMemo, useRef } from 'react';
import { useEditor, usePassThroughWheelEvents, useQuickReactor } from 'tldraw';
import { HEADER, HEADER_HEIGHT } from '../../journey/layout/index.ts';
import { boardOf } from '../board.ts';
import { offerCommands } from '../find/commands.ts';
import { useValue } from '../signals.ts';
import { headerDrag } from '../structure/drag.ts';
import { namesOf } from '../structure/names.ts';
import { useStructure } from '../structure/use-structure.tsx';
import { useMapText } from '../ui/text.ts';
import { ColumnNames } from './column-names.tsx';
import { Corner } from './corner.tsx';
import { DragGhost, DropMark } from './drag-layer.tsx';
import { frameOf } from './frame.ts';
import type { HeaderTools } from './header-cell.tsx';
import styles from './headers.module.css';
import { LaneNames } from './lane-names.tsx';
import { SeamsAcross, SeamsDown } from './seams.tsx';

/**
 * The names of phases, touchpoints and lanes: they lie on the map's edge and stay in sight when it is
 * moved. Between them the pointer reaches the canvas.
 */
export function Headers() {
  const editor = useEditor();
  const board = boardOf(editor);
  const map = useValue(frameOf(board));
  const structure = useStructure(board);
  const drag = useMemo(() => headerDrag(board, editor), [board, editor]);
  const names = useValue(namesOf(board));
  const canStructure = useValue('may structure', () => board.canStructure(), [board]);
  const lifted = useValue(drag.$lifted)?.id ?? null;
  const tools = useMemo<HeaderTools>(
    () => ({ board, structure, drag, names, canStructure, lifted }),
    [board, structure, drag, names, canStructure, lifted],
  );
  const t = useMapText();
  useEffect(
    () =>
      offerCommands(board, () =>
        board.canStructure()
          ? [
              {
                id: 'personas',
                label: t('persona.edit'),
                words: t('persona.title'),
                run: structure.openPersonas,
              },
            ]
          : [],
      ),
    [board, structure, t],
  );
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
    all.current?.toggleAttribute('data-small', z < 0.6);
    all.current?.style.setProperty('--unscale', String(Math.min(2.4, Math.max(1, 1 / z))));
  }, [editor]);

  const { width, height, phases, columns, rows } = map;
  return (
    <div ref={all} className={styles.all} data-dragging={lifted !== null || undefined}>
      <div ref={left} className={styles.left} style={{ width: HEADER.laneWidth, height }}>
        <LaneNames tools={tools} rows={rows} />
        {canStructure && <SeamsDown tools={tools} map={map} />}
        <DropMark drag={drag} map={map} lanes />
      </div>
      <div
        ref={top}
        className={styles.top}
        style={{ width, height: HEADER_HEIGHT }}
        data-movable={canStructure || undefined}
      >
        <ColumnNames tools={tools} width={width} phases={phases} columns={columns} />
        {canStructure && <SeamsAcross tools={tools} map={map} />}
        <DropMark drag={drag} map={map} />
      </div>
      <div ref={corner} className={styles.corner} style={{ width: HEADER.laneWidth, height: HEADER_HEIGHT }}>
        <Corner tools={tools} />
      </div>
      <DragGhost drag={drag} />
      {structure.dialog}
    </div>
  );
}
