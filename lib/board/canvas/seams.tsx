import { useEffect, useRef, useState } from 'react';
import { HEADER, type MapLayout } from '../../journey/layout/index.ts';
import { isSameValue } from '../../journey/merge/same.ts';
import { addAt } from '../structure/actions.ts';
import { nearestSpot, type Spot, spotsOf } from '../structure/spots.ts';
import { Menu } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import { frameOf } from './frame.ts';
import type { HeaderTools } from './header-cell.tsx';
import styles from './seams.module.css';

/** How near to a seam the pointer must be, in pixels of the window. */
const NEAR = 14;
/** Where the signs stand that add behind the last one. */
const BEHIND = 24;

type Across = Exclude<Spot, { collection: 'lanes' }>;

/** The seam under the pointer, which moves over the names that `ref`'s element lies among. */
function useSeam(tools: HeaderTools, lanes: boolean) {
  const { board, canStructure } = tools;
  const ref = useRef<HTMLSpanElement>(null);
  const [seam, setSeam] = useState<Spot | null>(null);
  useEffect(() => {
    const names = ref.current?.parentElement;
    if (!names || !canStructure) return;
    const follow = (event: PointerEvent) => {
      const { editor } = board;
      if (!editor || (event.target as Element).closest(`.${styles.sign}`)) return;
      const still = event.pointerType === 'mouse' && event.buttons === 0;
      const next = still ? seamAt(event, names, frameOf(board).get(), editor, lanes) : null;
      setSeam((now) => (now && next && isSameValue(now, next) ? now : next));
    };
    const leave = () => setSeam(null);
    names.addEventListener('pointermove', follow);
    names.addEventListener('pointerleave', leave);
    return () => {
      names.removeEventListener('pointermove', follow);
      names.removeEventListener('pointerleave', leave);
    };
  }, [board, canStructure, lanes]);
  return { ref, seam };
}

interface Pages {
  screenToPage(point: { x: number; y: number }): { x: number; y: number };
  getZoomLevel(): number;
}

function seamAt(
  event: PointerEvent,
  names: Element,
  map: MapLayout,
  pages: Pages,
  lanes: boolean,
): Spot | null {
  const page = pages.screenToPage({ x: event.clientX, y: event.clientY });
  const zoom = pages.getZoomLevel();
  const below = event.clientY - names.getBoundingClientRect().top;
  const across = below > (HEADER.partHeight + HEADER.phaseHeight) * zoom ? 'touchpoints' : 'phases';
  const at = lanes ? page.y : page.x;
  const spot = nearestSpot(spotsOf(map, lanes ? 'lanes' : across), at);
  return spot && Math.abs(spot.at - at) * zoom < NEAR ? spot : null;
}

interface SeamsProps {
  tools: HeaderTools;
  map: MapLayout;
}

/** Signs that add a phase or touchpoint: at the seam under the pointer, behind the last, in an empty phase. */
export function SeamsAcross({ tools, map }: SeamsProps) {
  const { ref, seam } = useSeam(tools, false);
  const last = map.phases.at(-1);
  if (!last) return <span ref={ref} hidden />;
  const behind = map.width + BEHIND;
  const phases = spotsOf(map, 'phases').filter((s) => s.collection === 'phases' && s.part === last.part);
  const touchpoints = spotsOf(map, 'touchpoints') as Across[];
  const empty = touchpoints.filter((s) =>
    map.phases.some((p) => p.x < s.at && s.at < p.x + p.w && isEmpty(map, p.id)),
  );
  const ends = [phases.at(-1), touchpoints.at(-1)] as Across[];
  return (
    <>
      <span ref={ref} hidden />
      {seam && seam.collection !== 'lanes' && <AddAcross tools={tools} spot={seam} />}
      {empty.map((spot) => (
        <AddAcross key={spot.at} tools={tools} spot={spot} />
      ))}
      {ends.map((spot) => (
        <AddAcross key={spot.collection} tools={tools} spot={spot} at={behind} />
      ))}
    </>
  );
}

const isEmpty = (map: MapLayout, phaseId: string) => map.columns.every((c) => c.phaseId !== phaseId);

function AddAcross({ tools, spot, at = spot.at }: { tools: HeaderTools; spot: Across; at?: number }) {
  const t = useMapText();
  const { board, structure } = tools;
  const { partHeight, phaseHeight, touchpointHeight } = HEADER;
  const top =
    spot.collection === 'phases'
      ? partHeight + phaseHeight / 2
      : partHeight + phaseHeight + touchpointHeight / 2;
  const label = t(`structure.seam.${spot.collection}`);
  return (
    <button
      type="button"
      className={styles.sign}
      style={{ left: at, top }}
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => structure.setRenaming(addAt(board, spot, structure.names))}
    >
      <Plus />
    </button>
  );
}

/** Signs that add a lane, of a kind to be chosen: at the seam under the pointer and below the last. */
export function SeamsDown({ tools, map }: SeamsProps) {
  const t = useMapText();
  const { ref, seam } = useSeam(tools, true);
  const last = map.rows.length;
  const ends = [{ index: last, at: map.height + BEHIND }];
  if (seam && seam.index < last) ends.unshift({ index: seam.index, at: seam.at });
  return (
    <>
      <span ref={ref} hidden />
      {ends.map(({ index, at }) => (
        <span key={index} className={styles.place} style={{ left: HEADER.laneWidth / 2, top: at }}>
          <Menu
            className={styles.sign}
            label={t('structure.seam.lanes')}
            items={() => tools.structure.laneKinds(index)}
          >
            <Plus />
          </Menu>
        </span>
      ))}
    </>
  );
}

function Plus() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M7 2v10M2 7h10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
